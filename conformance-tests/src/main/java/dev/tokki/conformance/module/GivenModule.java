package dev.tokki.conformance.module;

import dev.tokki.api.Bytes;
import dev.tokki.api.Cryptoki;
import dev.tokki.api.CryptokiException;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Session;
import dev.tokki.api.fluent.Token;
import dev.tokki.api.fluent.TokenObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Any library on a token that somebody gave: what tests leave there is destroyed before the next, and where the token
/// may be initialised it is, as often as a test locked it or changed its PINs.
final class GivenModule implements ModuleUnderTest {
    /// Objects that no application makes (sections 4.4, 4.15, 4.16 and 4.17).
    private static final Set<Long> BUILT_IN = Set.of(Cko.HW_FEATURE, Cko.MECHANISM, Cko.PROFILE, Cko.VALIDATION);

    private final GivenToken given;
    private final Library library;
    private @Nullable Known known;

    /// The token as it was left when it was looked at first. Its label and its slot may change with C_InitToken, its
    /// serial number does not.
    private record Known(TokenFacts facts, String serialNumber) {}

    GivenModule(GivenToken given) {
        this.given = given;
        this.library = new Library(given.library());
    }

    @Override
    public String name() {
        return String.valueOf(given.library().getFileName()).replaceFirst("\\.(so|dylib|dll).*", "");
    }

    @Override
    public String title() {
        return name();
    }

    @Override
    public Optional<String> location() {
        return Optional.of(given.library().toString());
    }

    @Override
    public Stage stage() {
        library.end();
        Cryptoki module = library.application(0, given.options());
        try (Application application = Application.initialise(module, null)) {
            Known before = known;
            if (before == null) {
                before = accept(application);
                known = before;
            } else {
                tidy(found(application, before), before.facts());
            }
            return new NativeStage(library, given.options(), null, before.facts(), permissions());
        }
    }

    @Override
    public void close() {
        library.close();
    }

    /// Looks at the token for the first time.
    private Known accept(Application application) {
        Token token = meant(application);
        String label = token.info().label();
        boolean isInitialised = (token.info().flags() & Ckf.TOKEN_INITIALIZED) != 0;
        if (given.mayBeInitialised()) {
            TokenFacts facts = facts(given.label().orElse(isInitialised ? label : Preparation.USUAL.label()));
            return new Known(facts, initialise(token, facts).info().serialNumber());
        }
        if (!isInitialised) {
            throw new IllegalStateException("the token is not initialised, and may not be");
        }
        try (Session session = token.openReadWrite().login(Cku.USER, given.userPin())) {
            int objects = objects(session).size();
            if (objects > 0) {
                throw new IllegalStateException(
                        "the token '%s' holds %d objects; the suite wants an empty token, or one that may be initialised"
                                .formatted(label, objects));
            }
        }
        return new Known(facts(label), token.info().serialNumber());
    }

    private Token meant(Application application) {
        if (given.slot().isPresent()) {
            return application.token(given.slot().getAsLong());
        }
        List<Token> fitting = application.tokens().stream()
                .filter(token -> given.label().isEmpty()
                        || given.label().get().equals(token.info().label()))
                .toList();
        if (fitting.size() != 1) {
            throw new IllegalStateException("%d tokens %s: the slot must say which is meant"
                    .formatted(
                            fitting.size(),
                            given.label()
                                    .map(label -> "are labelled '" + label + "'")
                                    .orElse("are there")));
        }
        return fitting.getFirst();
    }

    private TokenFacts facts(String label) {
        return new TokenFacts(label, Bytes.utf8(given.soPin().orElse("")), Bytes.utf8(given.userPin()));
    }

    private static Token found(Application application, Known before) {
        return application.tokens().stream()
                .filter(token -> token.info().serialNumber().equals(before.serialNumber()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "the token with the serial number %s is gone".formatted(before.serialNumber())));
    }

    private Token initialise(Token token, TokenFacts facts) {
        String soPin = given.soPin().orElseThrow(() -> new IllegalStateException("the SO's PIN is not known"));
        Token fresh = token.initialise(soPin, facts.label());
        try (Session session = fresh.openReadWrite().login(Cku.SO, soPin)) {
            session.initPin(given.userPin());
        }
        return fresh;
    }

    private void tidy(Token token, TokenFacts facts) {
        if (given.mayBeInitialised() && !isAsItWas(token, facts)) {
            initialise(token, facts);
        } else {
            try (Session session = token.openReadWrite().login(Cku.USER, given.userPin())) {
                objects(session).forEach(TokenObject::destroy);
            }
        }
    }

    private boolean isAsItWas(Token token, TokenFacts facts) {
        if (!token.info().label().equals(facts.label())) {
            return false;
        }
        try (Session session = token.openReadWrite()) {
            session.login(Cku.SO, given.soPin().orElseThrow()).logout();
            session.login(Cku.USER, given.userPin()).logout();
            return true;
        } catch (CryptokiException e) {
            return false;
        }
    }

    private static List<TokenObject> objects(Session session) {
        return session.find().stream().filter(object -> !isBuiltIn(object)).toList();
    }

    private static boolean isBuiltIn(TokenObject object) {
        return object.find(Cka.CLASS).orElse(Value.of(Cko.DATA)) instanceof Value.ULong number
                && BUILT_IN.contains(number.value());
    }

    private Set<Permission> permissions() {
        Set<Permission> permissions = EnumSet.of(Permission.OTHER_APPLICATION);
        if (given.soPin().isPresent()) {
            permissions.add(Permission.SO_LOGIN);
        }
        if (given.mayBeInitialised()) {
            permissions.add(Permission.REINITIALISE);
            permissions.add(Permission.RISK_PINS);
        }
        return permissions;
    }
}
