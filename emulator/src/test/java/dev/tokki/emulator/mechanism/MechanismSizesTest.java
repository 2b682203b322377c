package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeySize;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// `ulMinKeySize` and `ulMaxKeySize` are in the unit that the mechanism's section says, and zero where it says that
/// they
/// are not used.
class MechanismSizesTest {
    /// What a section says of the sizes of its mechanisms.
    ///
    /// @param names a regular expression for their names without `CKM_`
    private record Said(String section, String names, KeySize.Unit unit) {}

    private static final List<Said> SAID = List.of(
            new Said("6.1", "(.*_)?RSA_(PKCS|X_509|X9_31|9796).*", KeySize.Unit.MODULUS_BITS),
            new Said("6.2", "DSA(_.*)?", KeySize.Unit.PRIME_BITS),
            new Said("6.3", "(ECDSA.*|EC_.*PAIR_GEN.*|ECMQV_DERIVE|EDDSA)", KeySize.Unit.FIELD_BITS),
            new Said("6.3", "ECDH1_(COFACTOR_)?DERIVE", KeySize.Unit.FIELD_BITS),
            new Said("6.4", "(DH_PKCS|X9_42_DH|X9_42_MQV)_.*", KeySize.Unit.PRIME_BITS),
            new Said("6.8", "GENERIC_SECRET_KEY_GEN", KeySize.Unit.BITS),
            new Said(
                    "6.10 to 6.17",
                    "AES_(KEY_GEN|ECB|CBC|CBC_PAD|MAC|MAC_GENERAL|GMAC|CTR|CMAC.*)",
                    KeySize.Unit.BYTES),
            new Said("6.13", "AES_XCBC_MAC.*|AES_XTS.*", KeySize.Unit.BYTES),
            new Said("6.18", "DES3?_(CMAC.*|MAC.*|ECB|CBC.*|KEY_GEN|OFB.*|CFB.*)", KeySize.Unit.FIXED),
            new Said("6.22.4", "(SHA|BLAKE2B).*_KEY_GEN", KeySize.Unit.BYTES),
            new Said("6.22", "SHA.*_HMAC(_GENERAL)?", KeySize.Unit.BYTES),
            new Said("6.25", "SSL3_(MD5|SHA1)_MAC", KeySize.Unit.BITS),
            new Said("6.25, 6.26", "(SSL3|TLS)_PRE_MASTER_KEY_GEN", KeySize.Unit.BYTES),
            new Said("6.25 to 6.27", ".*MASTER_KEY_DERIVE", KeySize.Unit.BYTES),
            new Said("6.25 to 6.27", ".*MASTER_KEY_DERIVE_DH.*", KeySize.Unit.MADE_BYTES),
            new Said("6.28", "SP800_108_.*", KeySize.Unit.BITS),
            new Said("6.31, 6.32", "(BLOWFISH|TWOFISH)_.*", KeySize.Unit.BYTES),
            new Said("6.33, 6.35", "(CAMELLIA|ARIA)_(KEY_GEN|ECB|CBC|CBC_PAD|MAC.*)", KeySize.Unit.BYTES),
            new Said("6.37", "SEED_(KEY_GEN|ECB|CBC|CBC_PAD|MAC.*)", KeySize.Unit.BYTES),
            new Said("6.39", "(SECURID|HOTP|ACTI)_KEY_GEN", KeySize.Unit.BYTES),
            new Said("6.44", "GOST28147.*", KeySize.Unit.FIXED),
            new Said("6.45", "GOSTR3411_HMAC", KeySize.Unit.FIXED),
            new Said("6.46", "GOSTR3410(_KEY_PAIR_GEN|_WITH_GOSTR3411|_KEY_WRAP)?", KeySize.Unit.FIXED),
            new Said("6.47, 6.48", "(CHACHA20|SALSA20)_KEY_GEN", KeySize.Unit.BYTES),
            new Said("6.47, 6.48", "(CHACHA20|SALSA20)", KeySize.Unit.BITS),
            new Said("6.54, 6.55", "(HSS|XMSS|XMSSMT)(_KEY_PAIR_GEN)?", KeySize.Unit.FIXED),
            new Said("6.56, 6.58", "(HASH_)?(ML|SLH)_DSA.*", KeySize.Unit.PQ_PUBLIC_BYTES),
            new Said("6.57", "ML_KEM.*", KeySize.Unit.ML_KEM_BYTES));

    @TestFactory
    Stream<DynamicTest> sizesAreInTheUnitOfTheSection() {
        return SAID.stream()
                .map(said -> dynamicTest(said.section() + " " + said.names(), () -> {
                    List<Declaration<?>> told = MechanismTable.all().declarations().stream()
                            .filter(declaration -> declaration
                                    .name()
                                    .substring("CKM_".length())
                                    .matches(said.names()))
                            .toList();
                    assertThat(told).isNotEmpty();
                    assertThat(told).allSatisfy(declaration -> {
                        KeySize size = declaration.keys().size();
                        assertThat(size.unit()).as(declaration.name()).isEqualTo(said.unit());
                        if (said.unit() == KeySize.Unit.FIXED) {
                            assertThat(declaration.info().minKeySize()).isZero();
                            assertThat(declaration.info().maxKeySize()).isZero();
                        }
                    });
                }));
    }
}
