package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.KeyPair;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Template;
import dev.tokki.api.call.Digesting;
import dev.tokki.api.call.Encryption;
import dev.tokki.api.call.KeyManagement.GenerateKeyPair;
import dev.tokki.api.call.MessageSigning.MessageSignInit;
import dev.tokki.api.call.Objects.CreateObject;
import dev.tokki.api.call.Objects.DestroyObject;
import dev.tokki.api.call.Objects.SetAttributeValue;
import dev.tokki.api.call.Sessions.CloseAllSessions;
import dev.tokki.api.call.Sessions.Login;
import dev.tokki.api.call.Sessions.Logout;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.call.Signing;
import dev.tokki.api.call.SlotsAndTokens.GetMechanismInfo;
import dev.tokki.api.call.SlotsAndTokens.InitPIN;
import dev.tokki.api.call.SlotsAndTokens.InitToken;
import dev.tokki.api.call.SlotsAndTokens.SetPIN;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Token;
import dev.tokki.emulator.token.PinPad;
import dev.tokki.emulator.token.PinPad.Prompt;
import dev.tokki.emulator.token.PinPolicy;
import dev.tokki.emulator.token.TokenPolicy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Tokens that demand and allow other things than the usual one; the flags of C_GetTokenInfo say so.
class PoliciesTest {
    private static final Bytes USER_PIN = Bytes.utf8(Bench.USER_PIN);
    private static final Bytes SO_PIN = Bytes.utf8(Bench.SO_PIN);
    private static final Attribute[] DATA = {Attribute.of(Cka.CLASS, Cko.DATA), Attribute.of(Cka.TOKEN, true)};

    private static Bench with(TokenPolicy policy) {
        return Bench.on(Emulator.builder()
                .slot(0, TokenPlan.ready("test", Bench.SO_PIN, Bench.USER_PIN).withPolicy(policy))
                .build());
    }

    private static boolean flag(Bench bench, long flag) {
        return (bench.tokenInfo().flags() & flag) != 0;
    }

    @Test
    void aMechanismIsOfferedForCertainUsesOnly() {
        TokenPolicy policy = TokenPolicy.standard()
                .withMechanism(Ckm.RSA_PKCS, Ckf.SIGN | Ckf.VERIFY)
                .withMechanism(Ckm.SHA_1, 0);
        try (Bench bench = with(policy)) {
            long session = bench.openReadWrite();
            bench.ok(new Login(session, Cku.USER, USER_PIN));
            assertThat(bench.expect(Ckr.OK, new GetMechanismInfo(0, Ckm.RSA_PKCS))
                            .outputs()
                            .flags())
                    .isEqualTo(Ckf.SIGN | Ckf.VERIFY);
            bench.expect(Ckr.MECHANISM_INVALID, new GetMechanismInfo(0, Ckm.SHA_1));
            bench.expect(Ckr.MECHANISM_INVALID, new Digesting.DigestInit(session, Mechanism.of(Ckm.SHA_1)));
            KeyPair pair = bench.expect(
                            Ckr.OK,
                            new GenerateKeyPair(
                                    session,
                                    Mechanism.of(Ckm.RSA_PKCS_KEY_PAIR_GEN),
                                    Template.of(Attribute.of(Cka.MODULUS_BITS, 1024)),
                                    Template.of()))
                    .outputs();
            Mechanism mechanism = Mechanism.of(Ckm.RSA_PKCS);
            bench.expect(Ckr.MECHANISM_INVALID, new Encryption.EncryptInit(session, mechanism, pair.publicKey()));
            bench.expect(Ckr.MECHANISM_INVALID, new MessageSignInit(session, mechanism, pair.privateKey()));
            bench.ok(new Signing.SignInit(session, mechanism, pair.privateKey()));
        }
    }

    @Test
    void aWriteProtectedTokenHasNoReadWriteSessions() {
        try (Bench bench = with(TokenPolicy.standard().withWriteProtection())) {
            assertThat(flag(bench, Ckf.WRITE_PROTECTED)).isTrue();
            bench.expect(Ckr.TOKEN_WRITE_PROTECTED, new OpenSession(0, Ckf.SERIAL_SESSION | Ckf.RW_SESSION));
            bench.expect(Ckr.TOKEN_WRITE_PROTECTED, new InitToken(0, SO_PIN, Token.paddedLabel("anew")));
            long session = bench.openReadOnly();
            bench.ok(new Login(session, Cku.USER, USER_PIN));
            bench.ok(new CreateObject(session, Template.of(Attribute.of(Cka.CLASS, Cko.DATA))));
        }
    }

    @Test
    void aTokenProtectedAtRunTimeChangesNoMore() {
        try (Bench bench = Bench.ready()) {
            long session = bench.openAsUser();
            long object = bench.get(new CreateObject(session, Template.of(DATA)));
            bench.emulator().writeProtect(0, true);
            assertThat(flag(bench, Ckf.WRITE_PROTECTED)).isTrue();
            bench.expect(Ckr.TOKEN_WRITE_PROTECTED, new CreateObject(session, Template.of(DATA)));
            bench.expect(Ckr.TOKEN_WRITE_PROTECTED, new DestroyObject(session, object));
            bench.expect(
                    Ckr.TOKEN_WRITE_PROTECTED,
                    new SetAttributeValue(session, object, Template.of(Attribute.of(Cka.LABEL, "other"))));
            bench.expect(Ckr.TOKEN_WRITE_PROTECTED, new SetPIN(session, USER_PIN, Bytes.utf8("4321")));
            bench.ok(new CreateObject(session, Template.of(Attribute.of(Cka.CLASS, Cko.DATA))));
            bench.emulator().writeProtect(0, false);
            bench.ok(new DestroyObject(session, object));
        }
    }

    @Test
    void theSecurityOfficerSetsNoPinOfAWriteProtectedToken() {
        try (Bench bench = Bench.ready()) {
            long session = bench.openReadWrite();
            bench.ok(new Login(session, Cku.SO, SO_PIN));
            bench.emulator().writeProtect(0, true);
            bench.expect(Ckr.TOKEN_WRITE_PROTECTED, new InitPIN(session, USER_PIN));
        }
    }

    @Test
    void pinsHaveTheCharactersThatTheTokenAllows() {
        try (Bench bench = with(TokenPolicy.standard().withPinCharacters(PinPolicy.Characters.DIGITS))) {
            long session = bench.openAsUser();
            bench.expect(Ckr.PIN_INVALID, new SetPIN(session, USER_PIN, Bytes.utf8("12three4")));
            bench.ok(new SetPIN(session, USER_PIN, Bytes.utf8("98765")));
            bench.ok(new Logout(session));
            bench.ok(new Login(session, Cku.SO, SO_PIN));
            bench.expect(Ckr.PIN_INVALID, new InitPIN(session, Bytes.utf8("12three4")));
        }
    }

    @Test
    void eachSetOfCharactersAllowsItsOwn() {
        assertCharacters(PinPolicy.Characters.ANY, "한글 1234", List.of());
        assertCharacters(PinPolicy.Characters.ASCII, "a b~!", List.of("한글 1234", "tab\t"));
        assertCharacters(PinPolicy.Characters.LETTERS_AND_DIGITS, "aZ09", List.of("a b~!", "한글 1234"));
        assertCharacters(PinPolicy.Characters.DIGITS, "0129", List.of("aZ09", "-1234"));
    }

    private static void assertCharacters(PinPolicy.Characters characters, String good, List<String> bad) {
        try (Bench bench = with(TokenPolicy.standard().withPinCharacters(characters))) {
            long session = bench.openReadWrite();
            bad.forEach(pin -> bench.expect(Ckr.PIN_INVALID, new SetPIN(session, USER_PIN, Bytes.utf8(pin))));
            bench.ok(new SetPIN(session, USER_PIN, Bytes.utf8(good)));
        }
    }

    @Test
    void theFirstPinOfTheSecurityOfficerFollowsTheRulesToo() {
        TokenPolicy digits = TokenPolicy.standard().withPinCharacters(PinPolicy.Characters.DIGITS);
        try (Bench bench = Bench.on(Emulator.builder().policy(digits).build())) {
            bench.expect(Ckr.ARGUMENTS_BAD, new InitToken(0, Bytes.utf8("letters"), Token.paddedLabel("fresh")));
            bench.ok(new InitToken(0, Bytes.utf8("13579"), Token.paddedLabel("fresh")));
        }
    }

    /// Somebody at a pad who enters what is asked for.
    private static final class Pad implements PinPad {
        private final Map<Prompt, String> pins = new EnumMap<>(Prompt.class);
        private final List<Prompt> prompts = new ArrayList<>();

        @Override
        public Optional<byte[]> ask(Prompt prompt, String label) {
            prompts.add(prompt);
            return Optional.ofNullable(pins.get(prompt))
                    .map(pin -> Bytes.utf8(pin).array());
        }
    }

    @Test
    void throughAProtectedPathPinsAreEnteredWhereTheCallHasNone() {
        Pad pad = new Pad();
        pad.pins.putAll(
                Map.of(Prompt.SO_PIN, Bench.SO_PIN, Prompt.USER_PIN, Bench.USER_PIN, Prompt.NEW_USER_PIN, "pad entry"));
        try (Bench bench = with(TokenPolicy.standard().withPinPad(pad))) {
            assertThat(flag(bench, Ckf.PROTECTED_AUTHENTICATION_PATH)).isTrue();
            long session = bench.openReadWrite();
            bench.ok(new Login(session, Cku.USER, Bytes.NULL));
            bench.ok(new SetPIN(session, Bytes.NULL, Bytes.NULL));
            bench.ok(new Logout(session));
            bench.expect(Ckr.PIN_INCORRECT, new Login(session, Cku.USER, USER_PIN));
            bench.ok(new Login(session, Cku.SO, Bytes.NULL));
            bench.ok(new InitPIN(session, Bytes.NULL));
            bench.ok(new CloseAllSessions(0));
            bench.ok(new InitToken(0, Bytes.NULL, Token.paddedLabel("anew")));
            assertThat(pad.prompts)
                    .containsExactly(
                            Prompt.USER_PIN,
                            Prompt.USER_PIN,
                            Prompt.NEW_USER_PIN,
                            Prompt.SO_PIN,
                            Prompt.NEW_USER_PIN,
                            Prompt.SO_PIN);
        }
    }

    @Test
    void whoCancelsAtThePadCancelsTheCall() {
        Pad pad = new Pad();
        try (Bench bench = with(TokenPolicy.standard().withPinPad(pad))) {
            long session = bench.openReadWrite();
            bench.expect(Ckr.FUNCTION_CANCELED, new Login(session, Cku.USER, Bytes.NULL));
            bench.expect(Ckr.FUNCTION_CANCELED, new SetPIN(session, Bytes.NULL, Bytes.NULL));
            bench.expect(Ckr.USER_NOT_LOGGED_IN, new InitPIN(session, Bytes.NULL));
            bench.ok(new Login(session, Cku.USER, USER_PIN));
            assertThat(flag(bench, Ckf.USER_PIN_COUNT_LOW)).isFalse();
        }
    }

    @Test
    void withoutAProtectedPathThePinIsNeeded() {
        try (Bench bench = Bench.ready()) {
            bench.expect(Ckr.ARGUMENTS_BAD, new Login(bench.openReadOnly(), Cku.USER, Bytes.NULL));
        }
    }
}
