package dev.tokki.emulator.object;

import static dev.tokki.api.AttributeKind.BIG_INTEGER;
import static dev.tokki.api.AttributeKind.BYTES;
import static dev.tokki.emulator.object.AttributeRule.row;

import dev.tokki.api.constant.Cka;

/// Keys on elliptic curves of the three shapes, section 6.3.
///
/// The tables of Edwards and Montgomery curves call CKA_VALUE a big integer as well, yet mean the bytes of the
/// private key in little endian order.
final class EllipticCurveTables {
    static final AttributeTable WEIERSTRASS_PUBLIC = publicKey("Elliptic Curve Public Key Object Attributes", "6.3.3");
    static final AttributeTable WEIERSTRASS_PRIVATE =
            privateKey("Elliptic Curve Private Key Object Attributes", "6.3.4");
    static final AttributeTable EDWARDS_PUBLIC =
            publicKey("Edwards Elliptic Curve Public Key Object Attributes", "6.3.5");
    static final AttributeTable EDWARDS_PRIVATE =
            privateKey("Edwards Elliptic Curve Private Key Object Attributes", "6.3.6");
    static final AttributeTable MONTGOMERY_PUBLIC =
            publicKey("Montgomery Elliptic Curve Public Key Object Attributes", "6.3.7");
    static final AttributeTable MONTGOMERY_PRIVATE =
            privateKey("Montgomery Elliptic Curve Private Key Object Attributes", "6.3.8");

    private EllipticCurveTables() {}

    private static AttributeTable publicKey(String title, String section) {
        return AttributeTable.of(
                title,
                section,
                row(Cka.EC_PARAMS, BYTES, 1, 3).limit(Limit.NOT_EMPTY),
                row(Cka.EC_POINT, BYTES, 1, 4).limit(Limit.NOT_EMPTY));
    }

    private static AttributeTable privateKey(String title, String section) {
        return AttributeTable.of(
                title,
                section,
                row(Cka.EC_PARAMS, BYTES, 1, 4, 6).limit(Limit.NOT_EMPTY),
                row(Cka.VALUE, BIG_INTEGER, 1, 4, 6, 7).limit(Limit.NOT_EMPTY));
    }
}
