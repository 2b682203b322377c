package dev.tokki.emulator.offer;

import dev.tokki.api.constant.Ckf;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a token offers of all that the engine can do: which mechanisms, for which uses, with keys of which sizes.
///
/// ```
/// Offer.everything().only("CKM_AES_*", "CKM_SHA256").without("CKM_AES_ECB").sizes("CKM_AES_*", 32, 32)
/// ```
///
/// Mechanisms are named as the specification does, in any case, with or without `CKM_`, with `-` for `_`; `*` stands
/// for anything. Limits add up: what one of them takes away none gives back.
///
/// @param only the mechanisms there are at all; empty for all of them
/// @param without the mechanisms there are not
/// @param uses what mechanisms are for, `CKF_…` of `CK_MECHANISM_INFO`
/// @param sizes the sizes of keys that mechanisms take
public record Offer(
        SortedSet<String> only, SortedSet<String> without, Map<String, Long> uses, Map<String, Sizes> sizes) {
    private static final Offer EVERYTHING =
            new Offer(Collections.emptySortedSet(), Collections.emptySortedSet(), Map.of(), Map.of());
    /// What flags tell about a mechanism, rather than what it is for.
    private static final long DESCRIPTIONS = Ckf.HW
            | Ckf.EC_F_P
            | Ckf.EC_F_2M
            | Ckf.EC_ECPARAMETERS
            | Ckf.EC_OID
            | Ckf.EC_UNCOMPRESS
            | Ckf.EC_COMPRESS
            | Ckf.EC_CURVENAME
            | Ckf.EXTENSION;

    /// What is left of one mechanism.
    ///
    /// @param flags the flags it may have, uses and descriptions
    /// @param sizes the sizes of keys it may take
    public record Terms(long flags, Sizes sizes) {
        /// {@return whether nothing is left}
        public boolean isNothing() {
            return (flags & ~DESCRIPTIONS) == 0;
        }

        /// {@return whether nothing is taken away}
        public boolean isEverything() {
            return flags == -1 && sizes.isAny();
        }
    }

    /// Brings names into one form and copies everything.
    ///
    /// @throws IllegalArgumentException if no mechanism has such a name
    public Offer {
        only = named(only);
        without = named(without);
        uses = named(uses);
        sizes = named(sizes);
    }

    /// {@return all that the engine can do}
    public static Offer everything() {
        return EVERYTHING;
    }

    /// {@return this offer with these mechanisms at most, beside those named so before}
    public Offer only(String... mechanisms) {
        return new Offer(joined(only, List.of(mechanisms)), without, uses, sizes);
    }

    /// {@return this offer without some mechanisms}
    public Offer without(String... mechanisms) {
        return new Offer(only, joined(without, List.of(mechanisms)), uses, sizes);
    }

    /// {@return this offer with mechanisms for certain uses only}
    ///
    /// @param flags the uses, `CKF_…` of `CK_MECHANISM_INFO`; 0 if they are for nothing, and so not offered
    public Offer uses(String mechanisms, long flags) {
        Map<String, Long> more = new TreeMap<>(uses);
        more.put(MechanismPattern.of(mechanisms).name(), flags);
        return new Offer(only, without, more, sizes);
    }

    /// {@return this offer with mechanisms for keys of certain sizes only}
    ///
    /// @param min the smallest size, in the mechanism's own unit as C_GetMechanismInfo tells it
    /// @param max the largest size
    public Offer sizes(String mechanisms, long min, long max) {
        Map<String, Sizes> more = new TreeMap<>(sizes);
        more.put(MechanismPattern.of(mechanisms).name(), new Sizes(min, max));
        return new Offer(only, without, uses, more);
    }

    /// {@return whether there are no limits}
    public boolean isEverything() {
        return equals(EVERYTHING);
    }

    /// {@return what is left of a mechanism}
    public Terms terms(long mechanism) {
        boolean isOffered = (only.isEmpty() || covers(only, mechanism)) && !covers(without, mechanism);
        long flags = isOffered ? -1 : 0;
        for (Map.Entry<String, Long> use : uses.entrySet()) {
            if (new MechanismPattern(use.getKey()).covers(mechanism)) {
                flags &= use.getValue() | DESCRIPTIONS;
            }
        }
        Sizes left = Sizes.ANY;
        for (Map.Entry<String, Sizes> size : sizes.entrySet()) {
            if (new MechanismPattern(size.getKey()).covers(mechanism)) {
                long min = Math.max(left.min(), size.getValue().min());
                long max = Math.min(left.max(), size.getValue().max());
                if (max < min) {
                    return new Terms(0, Sizes.ANY);
                }
                left = new Sizes(min, max);
            }
        }
        return new Terms(flags, left);
    }

    /// {@return the names of single mechanisms and patterns, as they are written in the limits}
    public Stream<String> names() {
        return Stream.of(only, without, uses.keySet(), sizes.keySet()).flatMap(java.util.Collection::stream);
    }

    /// {@return whether a name in the limits stands for a mechanism}
    public static boolean covers(String name, long mechanism) {
        return new MechanismPattern(name).covers(mechanism);
    }

    /// {@return whether a name in the limits is one mechanism's and no pattern}
    public static boolean isSingle(String name) {
        return new MechanismPattern(name).isSingle();
    }

    /// {@return the limits, a line each, as [OfferText] reads them}
    @Override
    public String toString() {
        return OfferText.of(this);
    }

    private static boolean covers(SortedSet<String> names, long mechanism) {
        return names.stream().anyMatch(name -> covers(name, mechanism));
    }

    private static SortedSet<String> joined(SortedSet<String> names, List<String> more) {
        SortedSet<String> all = new TreeSet<>(names);
        all.addAll(more);
        return all;
    }

    private static SortedSet<String> named(SortedSet<String> names) {
        return Collections.unmodifiableSortedSet(names.stream()
                .map(name -> MechanismPattern.of(name).name())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static <T> Map<String, T> named(Map<String, T> byName) {
        Map<String, T> named = new TreeMap<>();
        byName.forEach((name, value) -> named.put(MechanismPattern.of(name).name(), value));
        return Collections.unmodifiableMap(named);
    }
}
