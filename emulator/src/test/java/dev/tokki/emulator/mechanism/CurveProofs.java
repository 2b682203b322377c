package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Pair;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.key.EcKeys;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ECPoint;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.jce.ECNamedCurveTable;

/// What the flags of curves say: the mechanism does its work with curves over such fields, told in such a way, and with
/// points spelt so. Each is proven by doing all that the mechanism can with such a pair.
final class CurveProofs {
    static final long FLAGS = Ckf.EC_F_P
            | Ckf.EC_F_2M
            | Ckf.EC_ECPARAMETERS
            | Ckf.EC_OID
            | Ckf.EC_UNCOMPRESS
            | Ckf.EC_COMPRESS
            | Ckf.EC_CURVENAME;

    private final Workshop workshop;
    private final Proofs proofs;

    CurveProofs(Workshop workshop, Proofs proofs) {
        this.workshop = workshop;
        this.proofs = proofs;
    }

    void add(List<Proof> all) {
        all.add(new Proof(Ckf.EC_F_P, "a curve over a prime field", each -> prove(each, Ckf.EC_F_P)));
        all.add(new Proof(Ckf.EC_F_2M, "a curve over a binary field", each -> prove(each, Ckf.EC_F_2M)));
        all.add(new Proof(
                Ckf.EC_ECPARAMETERS, "a curve told by its numbers", each -> prove(each, Ckf.EC_ECPARAMETERS)));
        all.add(new Proof(Ckf.EC_OID, "a curve told by its object identifier", each -> prove(each, Ckf.EC_OID)));
        all.add(new Proof(Ckf.EC_CURVENAME, "a curve told by its name", each -> prove(each, Ckf.EC_CURVENAME)));
        all.add(new Proof(Ckf.EC_UNCOMPRESS, "points not compressed", each -> prove(each, Ckf.EC_UNCOMPRESS)));
        all.add(new Proof(Ckf.EC_COMPRESS, "points compressed", each -> prove(each, Ckf.EC_COMPRESS)));
    }

    private void prove(Declaration<?> declaration, long flag) {
        long type = Workshop.keyType(declaration.keys());
        if ((declaration.info().flags() & Ckf.GENERATE_KEY_PAIR) != 0) {
            proveGeneration(declaration.type(), type, flag);
            return;
        }
        Pair pair = generated(usual(type).mechanism(), type, params(type, flag));
        Pair spelt =
                type == Ckk.EC && isPoint(flag) ? new Pair(spelt(pair.publicKey(), flag), pair.privateKey()) : pair;
        workshop.with(
                type,
                spelt,
                () -> proofs.ofUses(declaration).forEach(proof -> {
                    workshop.cancel();
                    proof.run().accept(declaration);
                }));
    }

    /// Of a generation the base point of numbers is compressed or not; of the byte keys the point that is made.
    private void proveGeneration(long mechanism, long type, long flag) {
        byte[] params = type == Ckk.EC && isPoint(flag) ? numbers(flag == Ckf.EC_COMPRESS) : params(type, flag);
        Pair pair = generated(mechanism, type, params);
        assertThat(pair.publicKey().bytes(Cka.EC_PARAMS)).isEqualTo(params);
        byte[] point = pair.publicKey().bytes(Cka.EC_POINT);
        if (type == Ckk.EC) {
            assertThat(ASN1OctetString.getInstance(point).getOctets()).startsWith(4);
        } else {
            assertThat(point).hasSize(32);
        }
        PairSamples.provePair(workshop, pair, type);
    }

    private Pair generated(long mechanism, long type, byte[] params) {
        Generation usual = usual(type);
        return new Generation(
                        mechanism,
                        List.of(Attribute.of(Cka.EC_PARAMS, params)),
                        List.of(),
                        usual.publicUses(),
                        usual.privateUses())
                .pair(workshop);
    }

    private static Generation usual(long type) {
        return Objects.requireNonNull(PairSamples.GENERATIONS.get(type));
    }

    private static boolean isPoint(long flag) {
        return flag == Ckf.EC_COMPRESS || flag == Ckf.EC_UNCOMPRESS;
    }

    private static byte[] params(long type, long flag) {
        if (type != Ckk.EC) {
            boolean isEdwards = type == Ckk.EC_EDWARDS;
            return flag == Ckf.EC_CURVENAME
                    ? Pairs.named(isEdwards ? "edwards25519" : "curve25519")
                    : Pairs.oid(isEdwards ? "1.3.101.112" : "1.3.101.110");
        }
        if (flag == Ckf.EC_F_2M) {
            return Pairs.oid("1.3.132.0.27");
        }
        if (flag == Ckf.EC_ECPARAMETERS) {
            return numbers(false);
        }
        return flag == Ckf.EC_CURVENAME ? Pairs.named("secp256k1") : Pairs.oid("1.3.132.0.34");
    }

    /// {@return secp256k1 as numbers}
    private static byte[] numbers(boolean isBaseCompressed) {
        X9ECParameters curve = CustomNamedCurves.getByName("secp256k1");
        try {
            return new X9ECParameters(
                            curve.getCurve(), new X9ECPoint(curve.getG(), isBaseCompressed), curve.getN(), curve.getH())
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// {@return the same public key with its point spelt in a way}
    private Key spelt(Key key, long flag) {
        byte[] octets = ASN1OctetString.getInstance(key.bytes(Cka.EC_POINT)).getOctets();
        byte[] point = ECNamedCurveTable.getParameterSpec("secp384r1")
                .getCurve()
                .decodePoint(octets)
                .getEncoded(flag == Ckf.EC_COMPRESS);
        List<Attribute> template = new ArrayList<>(List.of(
                Attribute.of(Cka.CLASS, Cko.PUBLIC_KEY),
                Attribute.of(Cka.KEY_TYPE, Ckk.EC),
                Attribute.of(Cka.EC_PARAMS, key.bytes(Cka.EC_PARAMS)),
                Attribute.of(Cka.EC_POINT, EcKeys.inOctetString(point))));
        usual(Ckk.EC).publicUses().forEach(use -> template.add(Attribute.of(use, true)));
        Key made = workshop.session().createKey(template.toArray(Attribute[]::new));
        assertThat(ASN1OctetString.getInstance(made.bytes(Cka.EC_POINT)).getOctets()[0])
                .isIn(flag == Ckf.EC_COMPRESS ? new Object[] {(byte) 2, (byte) 3} : new Object[] {(byte) 4});
        return made;
    }
}
