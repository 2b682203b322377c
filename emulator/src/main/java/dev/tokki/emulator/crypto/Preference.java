package dev.tokki.emulator.crypto;

import java.util.List;
import java.util.stream.Stream;

/// The one place that decides who computes what: for each kind of computation the sources in the order in which they
/// are asked. Which of them may be asked at all is told by a [Selection]; one that lacks the algorithm is passed over.
///
/// Measured on x86-64 with AES and SHA instructions: `docs/providers.md` has the numbers behind each row.
final class Preference {
    /// One decision.
    ///
    /// @param service the kind of computation
    /// @param prefix what names of the algorithms begin with
    /// @param order who is asked, the first first
    private record Row(Service service, String prefix, List<Source> order) {
        boolean covers(Service asked, String algorithm) {
            return service == asked && algorithm.startsWith(prefix);
        }
    }

    private static final List<Source> ACCELERATED = List.of(Source.ACCELERATOR, Source.JDK, Source.BOUNCY_CASTLE);
    private static final List<Source> ACCELERATED_CURVE = List.of(Source.ACCELERATOR, Source.LIGHTWEIGHT);
    private static final List<Source> CURVE = List.of(Source.LIGHTWEIGHT);
    /// Digests and HMACs among them: small ones are the JDK's forte, and for large ones all use the same instructions.
    private static final List<Source> USUAL = List.of(Source.JDK, Source.BOUNCY_CASTLE, Source.LIGHTWEIGHT);

    private static final List<Row> ROWS = List.of(
            new Row(Service.CIPHER, "AES/GCM/", ACCELERATED),
            new Row(Service.CIPHER, "RSA/", ACCELERATED),
            new Row(Service.SIGNATURE, "RSASSA-PSS", ACCELERATED),
            new Row(Service.SIGNATURE, "SHA1withRSA", ACCELERATED),
            new Row(Service.SIGNATURE, "SHA224withRSA", ACCELERATED),
            new Row(Service.SIGNATURE, "SHA256withRSA", ACCELERATED),
            new Row(Service.SIGNATURE, "SHA384withRSA", ACCELERATED),
            new Row(Service.SIGNATURE, "SHA512withRSA", ACCELERATED),
            new Row(Service.KEY_FACTORY, "RSA", ACCELERATED),
            // The JDK's curves are slow, and Bouncy Castle's provider adds nothing to its lightweight API.
            new Row(Service.SIGNATURE, "ECDSA on P-", ACCELERATED_CURVE),
            new Row(Service.KEY_AGREEMENT, "ECDH on P-", ACCELERATED_CURVE),
            new Row(Service.KEY_PAIR_GENERATOR, "EC on P-", ACCELERATED_CURVE),
            new Row(Service.SIGNATURE, "Ed25519", ACCELERATED_CURVE),
            new Row(Service.SIGNATURE, "ECDSA on ", CURVE),
            new Row(Service.KEY_AGREEMENT, "ECDH on ", CURVE),
            new Row(Service.KEY_PAIR_GENERATOR, "EC on ", CURVE),
            new Row(Service.SIGNATURE, "Ed448", CURVE));

    private Preference() {}

    /// {@return who is asked for an algorithm, the first first}
    static Stream<Source> order(Service service, String algorithm) {
        return ROWS.stream()
                .filter(row -> row.covers(service, algorithm))
                .findFirst()
                .map(Row::order)
                .orElse(USUAL)
                .stream();
    }
}
