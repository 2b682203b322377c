package dev.tokki.emulator.mechanism;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.DSAParametersGenerator;
import org.bouncycastle.crypto.params.DSAParameterGenerationParameters;
import org.bouncycastle.crypto.params.DSAParameters;

/// A domain of 1024 bits, made once.
final class DsaDomain {
    private static final DSAParameters DOMAIN = made();

    static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.of(Cka.PRIME, DOMAIN.getP()),
            Attribute.of(Cka.SUBPRIME, DOMAIN.getQ()),
            Attribute.of(Cka.BASE, DOMAIN.getG()));

    static final List<Attribute> WITHOUT_ORDER =
            List.of(Attribute.of(Cka.PRIME, DOMAIN.getP()), Attribute.of(Cka.BASE, DOMAIN.getG()));

    private DsaDomain() {}

    private static DSAParameters made() {
        DSAParametersGenerator generator = new DSAParametersGenerator(new SHA256Digest());
        generator.init(new DSAParameterGenerationParameters(1024, 160, 80, new SecureRandom()));
        return generator.generateParameters();
    }
}
