package dev.tokki.api.constant;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/// The names of constants in reverse: what is `0x1087` among the `CKM_`?
///
/// Unknown values are shown in hexadecimal and lose nothing; vendor values are marked as such.
public enum Names {
    /// Values without a prefix of their own, `CK_…`.
    CK(Ck.class),
    /// Attribute types.
    CKA(Cka.class),
    /// Certificate types.
    CKC(Ckc.class),
    /// Key derivation functions.
    CKD(Ckd.class),
    /// Flags; see [#flags].
    CKF(Ckf.class),
    /// Mask generation functions and IV generators.
    CKG(Ckg.class),
    /// Hardware features and hedge types.
    CKH(Ckh.class),
    /// Key types.
    CKK(Ckk.class),
    /// Mechanisms.
    CKM(Ckm.class),
    /// Notifications.
    CKN(Ckn.class),
    /// Object classes.
    CKO(Cko.class),
    /// Profiles, parameter sets, pseudo-random functions.
    CKP(Ckp.class),
    /// Return values.
    CKR(Ckr.class),
    /// Session states.
    CKS(Cks.class),
    /// Trust values.
    CKT(Ckt.class),
    /// User types.
    CKU(Cku.class),
    /// Validation types.
    CKV(Ckv.class),
    /// Sources of parameters.
    CKZ(Ckz.class);

    /// Everything from here on belongs to vendors (`CKM_VENDOR_DEFINED` and its kin).
    private static final long VENDOR_DEFINED = 0x80000000L;

    private final Class<?> holder;
    private volatile @org.jspecify.annotations.Nullable Table table;

    Names(Class<?> holder) {
        this.holder = holder;
    }

    /// {@return the specification's name of `value`, for example `CKM_AES_GCM`, or the value in hexadecimal}
    public String of(long value) {
        return find(value).orElseGet(() -> unknown(value));
    }

    /// {@return the specification's name of `value`, if it has one}
    public Optional<String> find(long value) {
        List<String> names = table().byValue.get(value);
        return names == null ? Optional.empty() : Optional.of(names.get(0));
    }

    /// {@return all names that stand for `value`; prefixes such as `CKP_` use a value for several things}
    public List<String> all(long value) {
        return table().byValue.getOrDefault(value, List.of());
    }

    /// {@return the value of a name, given with or without its prefix, in any case}
    public OptionalLong value(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        Long value = table().byName.get(upper.startsWith(name() + "_") ? upper : name() + "_" + upper);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /// {@return every name with its value, aliases included, in the order of the values}
    public Map<String, Long> entries() {
        return Collections.unmodifiableMap(table().byName);
    }

    /// {@return `CKF_RW_SESSION|CKF_SERIAL_SESSION` for a set of flags, named from the given candidates}
    ///
    /// A bit means different things in different structures, so the caller says which flags can be meant.
    ///
    /// @param flags the flags
    /// @param candidates the flags that can be meant, as names without prefix in the order wanted
    public static String flags(long flags, Map<Long, String> candidates) {
        if (flags == 0) {
            return "0";
        }
        StringBuilder text = new StringBuilder();
        long rest = flags;
        for (Map.Entry<Long, String> candidate : candidates.entrySet()) {
            if ((rest & candidate.getKey()) != 0) {
                text.append(text.isEmpty() ? "" : "|").append(candidate.getValue());
                rest &= ~candidate.getKey();
            }
        }
        return rest == 0 ? text.toString() : text + (text.isEmpty() ? "" : "|") + "0x" + Long.toHexString(rest);
    }

    private String unknown(long value) {
        if (value == Ck.UNAVAILABLE_INFORMATION) {
            return "CK_UNAVAILABLE_INFORMATION";
        }
        boolean vendor = this != CKF && value >= VENDOR_DEFINED && value <= 0xFFFFFFFFL;
        return vendor ? "%s_VENDOR_DEFINED|0x%X".formatted(name(), value - VENDOR_DEFINED) : "0x%08X".formatted(value);
    }

    private Table table() {
        Table known = table;
        if (known == null) {
            known = Table.of(name(), holder);
            table = known;
        }
        return known;
    }

    private record Table(SortedMap<Long, List<String>> byValue, Map<String, Long> byName) {
        static Table of(String prefix, Class<?> holder) {
            Map<String, Long> byName = new LinkedHashMap<>();
            Map<Long, List<String>> byValue = new HashMap<>();
            List<Field> fields = Arrays.stream(holder.getFields())
                    .sorted((a, b) ->
                            Boolean.compare(a.isAnnotationPresent(Alias.class), b.isAnnotationPresent(Alias.class)))
                    .toList();
            for (Field field : fields) {
                try {
                    String name = prefix + "_" + field.getName();
                    long value = field.getLong(null);
                    byName.put(name, value);
                    byValue.merge(value, List.of(name), Table::joined);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(holder + " holds public constants only", e);
                }
            }
            return new Table(new TreeMap<>(byValue), byName);
        }

        private static List<String> joined(List<String> first, List<String> second) {
            return java.util.stream.Stream.concat(first.stream(), second.stream())
                    .toList();
        }
    }
}
