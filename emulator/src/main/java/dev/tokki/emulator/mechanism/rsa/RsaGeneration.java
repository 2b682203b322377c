package dev.tokki.emulator.mechanism.rsa;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.NewPair;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.RsaPairs;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.PublicKeyInfo;
import dev.tokki.emulator.mechanism.key.RsaKeys;
import dev.tokki.emulator.mechanism.key.Templates;
import dev.tokki.emulator.rule.Refusal;
import java.math.BigInteger;
import java.security.interfaces.RSAPrivateCrtKey;

/// RSA key pair generation, sections 6.1.4 and 6.1.5.
///
/// @param section the section of the mechanism
/// @param smallest the shortest modulus in bits
/// @param step what its length is a multiple of, in bits
/// @param generator makes the numbers
record RsaGeneration(String section, int smallest, int step, Generator generator) {
    /// Makes the numbers of a key pair.
    @FunctionalInterface
    interface Generator {
        RSAPrivateCrtKey generate(Crypto crypto, int bits, BigInteger exponent);
    }

    /// As PKCS #1 defines them.
    static final RsaGeneration PKCS = new RsaGeneration("6.1.4", RsaMechanisms.SMALLEST, 1, RsaPairs::generate);

    /// Of strong primes.
    static final RsaGeneration X9_31 =
            new RsaGeneration("6.1.5", X931Signatures.SMALLEST, X931Signatures.STEP, RsaPairs::generateStrong);

    private static final BigInteger DEFAULT_EXPONENT = BigInteger.valueOf(65537);
    private static final BigInteger SMALLEST_EXPONENT = BigInteger.valueOf(3);

    NewPair pair(Crypto crypto, Parameter.None none, Use.PairTemplates templates) {
        AttributeMap template = templates.publicKey();
        Templates.agree(template, Cko.PUBLIC_KEY, Ckk.RSA, section);
        Templates.agree(templates.privateKey(), Cko.PRIVATE_KEY, Ckk.RSA, section);
        int bits = bits(template);
        RSAPrivateCrtKey key = generator.generate(crypto, bits, exponent(template, bits));
        return PublicKeyInfo.withInfo(crypto, RsaKeys.publicAttributes(key), RsaKeys.attributes(key));
    }

    private int bits(AttributeMap template) {
        if (!template.has(Cka.MODULUS_BITS)) {
            throw Refusal.of(
                    Ckr.TEMPLATE_INCOMPLETE,
                    "CKA_MODULUS_BITS",
                    "The length of the modulus is not given.",
                    section,
                    "Add CKA_MODULUS_BITS, 2048 for example, to the public key's template.");
        }
        long bits = template.ulong(Cka.MODULUS_BITS, -1);
        if (bits < smallest || bits > RsaMechanisms.LARGEST || bits % step != 0) {
            throw Refusal.of(
                    Ckr.ATTRIBUTE_VALUE_INVALID,
                    "CKA_MODULUS_BITS",
                    "The modulus has " + smallest + " to " + RsaMechanisms.LARGEST + " bits"
                            + (step == 1 ? "" : " and a multiple of " + step) + "; asked for were "
                            + Long.toUnsignedString(bits) + ".",
                    section,
                    "Ask for a length within the range that C_GetMechanismInfo tells.");
        }
        return (int) bits;
    }

    private BigInteger exponent(AttributeMap template, int bits) {
        if (!template.has(Cka.PUBLIC_EXPONENT)) {
            return DEFAULT_EXPONENT;
        }
        BigInteger exponent = new BigInteger(1, template.bytes(Cka.PUBLIC_EXPONENT));
        // FIPS 186-5 bounds it by 2^256; below that every odd number serves that is shorter than the primes.
        int longest = Math.min(256, bits / 2 - 1);
        if (!exponent.testBit(0) || exponent.compareTo(SMALLEST_EXPONENT) < 0 || exponent.bitLength() > longest) {
            throw Refusal.of(
                    Ckr.TEMPLATE_INCONSISTENT,
                    "CKA_PUBLIC_EXPONENT",
                    "The public exponent is odd, at least 3 and has at most " + longest + " bits.",
                    section,
                    "Leave it out for 65537.");
        }
        return exponent;
    }
}
