package dev.tokki.emulator.crypto;

import java.math.BigInteger;
import java.util.stream.Stream;
import org.bouncycastle.crypto.agreement.DHStandardGroups;
import org.bouncycastle.crypto.params.DHParameters;

/// The primes of standard groups (RFC 2409, 3526 and 7919), as Bouncy Castle has them: to test one of 8192 bits
/// takes seconds.
public final class KnownPrimes {
    private KnownPrimes() {}

    /// {@return whether a number is one of them}
    public static boolean include(BigInteger number) {
        return Stream.of(
                        DHStandardGroups.rfc2409_768,
                        DHStandardGroups.rfc2409_1024,
                        DHStandardGroups.rfc3526_1536,
                        DHStandardGroups.rfc3526_2048,
                        DHStandardGroups.rfc3526_3072,
                        DHStandardGroups.rfc3526_4096,
                        DHStandardGroups.rfc3526_6144,
                        DHStandardGroups.rfc3526_8192,
                        DHStandardGroups.rfc7919_ffdhe2048,
                        DHStandardGroups.rfc7919_ffdhe3072,
                        DHStandardGroups.rfc7919_ffdhe4096,
                        DHStandardGroups.rfc7919_ffdhe6144,
                        DHStandardGroups.rfc7919_ffdhe8192)
                .map(DHParameters::getP)
                .anyMatch(number::equals);
    }
}
