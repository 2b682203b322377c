package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.EcParameter.Ecdh1Derive;
import dev.tokki.emulator.attribute.AttributeMap;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurvesTest {
    private static final AttributeMap GENERIC = Pairs.template(Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET));

    private final MechanismTable table = MechanismTable.all();

    static Stream<String> names() {
        return Collections.list((java.util.Enumeration<?>) ECNamedCurveTable.getNames()).stream()
                .map(String.class::cast)
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyNamedCurveSignsVerifiesAndAgrees(String name) {
        Pairs one = Pairs.ec(table, name);
        Pairs other = Pairs.curve(
                table,
                Ckm.EC_KEY_PAIR_GEN_W_EXTRA_BITS,
                Pairs.oid(ECNamedCurveTable.getOID(name).getId()));

        Mechanism ecdsa = Mechanism.of(Ckm.ECDSA_SHA256);
        byte[] signature = table.sign(ecdsa, one.privateKey()).finish(new byte[] {1});
        table.verify(ecdsa, one.publicKey()).finish(new byte[] {1}, signature);
        Refused.with(
                Ckr.SIGNATURE_INVALID,
                () -> table.verify(ecdsa, one.publicKey()).finish(new byte[] {2}, signature));

        assertThat(agree(Ckm.ECDH1_DERIVE, one, point(other))).isEqualTo(agree(Ckm.ECDH1_DERIVE, other, point(one)));
        assertThat(agree(Ckm.ECDH1_COFACTOR_DERIVE, one, point(other)))
                .isEqualTo(agree(Ckm.ECDH1_COFACTOR_DERIVE, other, point(one)));
        // A DER octet string is the same point.
        assertThat(agree(Ckm.ECDH1_DERIVE, one, other.publicKey().attributes().bytes(Cka.EC_POINT)))
                .isEqualTo(agree(Ckm.ECDH1_DERIVE, one, point(other)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.3.101.112", "1.3.101.110"})
    void bytesCurvesAreNoCurvesOfWeierstrassKeys(String oid) {
        Refused.with(Ckr.CURVE_NOT_SUPPORTED, () -> Pairs.curve(table, Ckm.EC_KEY_PAIR_GEN, Pairs.oid(oid)));
    }

    @Test
    void namesOfWeierstrassCurvesAreNoneOfEdwardsKeys() {
        Refused.with(
                Ckr.CURVE_NOT_SUPPORTED,
                () -> Pairs.curve(table, Ckm.EC_EDWARDS_KEY_PAIR_GEN, Pairs.named("secp256r1")));
    }

    private byte[] agree(long mechanism, Pairs own, byte[] other) {
        List<Attribute> derived = table.derive(
                Mechanism.of(mechanism, new Ecdh1Derive(Ckd.NULL, Bytes.NULL, Bytes.of(other))),
                own.privateKey(),
                GENERIC,
                handle -> own.privateKey());
        return AttributeMap.of(derived).bytes(Cka.VALUE);
    }

    private static byte[] point(Pairs pair) {
        return ASN1OctetString.getInstance(pair.publicKey().attributes().bytes(Cka.EC_POINT))
                .getOctets();
    }
}
