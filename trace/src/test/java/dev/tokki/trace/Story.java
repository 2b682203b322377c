package dev.tokki.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeQuery;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Cryptoki;
import dev.tokki.api.Fill;
import dev.tokki.api.Mechanism;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.call.Decryption;
import dev.tokki.api.call.Encryption;
import dev.tokki.api.call.RandomNumbers;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Session;
import java.util.List;

/// A program that uses a bit of everything, secrets above all; they can be sought in what was written down.
public final class Story {
    public static final byte[] KEY = "0123456789abcdef".getBytes(UTF_8);
    public static final byte[] PLAINTEXT = "attack at dawn!!".getBytes(UTF_8);
    public static final String SEED = "a seed of randomness";
    public static final String DATA = "what a data object holds";

    private Story() {}

    /// {@return the random bytes that the module gave}
    public static byte[] tell(Cryptoki module) {
        try (Application application = Application.initialise(module);
                Session session = application.token(0).openReadWrite()) {
            session.login(Cku.USER, Recorded.USER_PIN);
            Key key = session.createKey(
                    Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                    Attribute.of(Cka.KEY_TYPE, Ckk.AES),
                    Attribute.of(Cka.LABEL, "my key"),
                    Attribute.of(Cka.SENSITIVE, false),
                    Attribute.of(Cka.EXTRACTABLE, true),
                    Attribute.of(Cka.ENCRYPT, true),
                    Attribute.of(Cka.DECRYPT, true),
                    Attribute.of(Cka.VALUE, KEY));
            session.create(
                    Attribute.of(Cka.CLASS, Cko.DATA),
                    Attribute.of(Cka.PRIVATE, true),
                    Attribute.of(Cka.VALUE, DATA.getBytes(UTF_8)));
            module.call(new Encryption.EncryptInit(session.handle(), Mechanism.of(Ckm.AES_ECB), key.handle()));
            byte[] sealed = module.call(new Encryption.Encrypt(session.handle(), Bytes.of(PLAINTEXT), Buffer.of(16)))
                    .outputs()
                    .array();
            module.call(new Decryption.DecryptInit(session.handle(), Mechanism.of(Ckm.AES_ECB), key.handle()));
            module.call(new Decryption.Decrypt(session.handle(), Bytes.of(sealed), Buffer.of(16)));
            module.call(new dev.tokki.api.call.Objects.GetAttributeValue(
                    session.handle(), key.handle(), QueryTemplate.of(AttributeQuery.value(Cka.VALUE, 16))));
            session.generateKeyPair(
                    Mechanism.of(Ckm.RSA_PKCS_KEY_PAIR_GEN),
                    List.of(
                            Attribute.of(Cka.MODULUS_BITS, 2048),
                            Attribute.of(Cka.LABEL, "pair"),
                            Attribute.of(Cka.PUBLIC_EXPONENT, new byte[] {1, 0, 1})),
                    List.of(Attribute.of(Cka.SIGN, true)));
            module.call(new RandomNumbers.SeedRandom(session.handle(), Bytes.utf8(SEED)));
            session.setPin(Recorded.USER_PIN, Recorded.USER_PIN + "-2");
            module.call(new dev.tokki.api.call.Signing.SignInit(99, Mechanism.of(Ckm.RSA_PKCS), 1));
            return module.call(new RandomNumbers.GenerateRandom(session.handle(), Fill.of(24)))
                    .outputs()
                    .copy();
        }
    }

    /// {@return the strings that must not be found, as text and in hexadecimal}
    public static List<String> secrets(byte[] random) {
        return List.of(
                Recorded.USER_PIN,
                Bytes.utf8(Recorded.USER_PIN).hex(),
                new String(KEY, UTF_8),
                Bytes.of(KEY).hex(),
                new String(PLAINTEXT, UTF_8),
                Bytes.of(PLAINTEXT).hex(),
                SEED,
                Bytes.utf8(SEED).hex(),
                DATA,
                Bytes.utf8(DATA).hex(),
                Bytes.of(random).hex());
    }
}
