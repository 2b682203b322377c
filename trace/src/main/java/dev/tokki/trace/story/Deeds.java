package dev.tokki.trace.story;

import dev.tokki.api.Bytes;
import dev.tokki.api.Function;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.api.call.Sessions.Login;
import dev.tokki.api.shape.RecordAccess;
import dev.tokki.trace.Handles;
import dev.tokki.trace.ObjectBook;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Cryptography in words: an operation's calls from its beginning to its end are one deed.
final class Deeds {
    /// What functions do; the longest beginning of a function's name counts.
    private static final Map<String, List<String>> VERBS = Map.ofEntries(
            Map.entry("Encrypt", List.of("encrypt", "encrypted")),
            Map.entry("Decrypt", List.of("decrypt", "decrypted")),
            Map.entry("Digest", List.of("digest", "digested")),
            Map.entry("Sign", List.of("sign", "signed")),
            Map.entry("SignRecover", List.of("sign with recovery", "signed, with recovery,")),
            Map.entry("Verify", List.of("verify", "verified a signature of")),
            Map.entry("VerifyRecover", List.of("recover data from a signature", "recovered data from a signature of")),
            Map.entry("MessageEncrypt", List.of("encrypt messages", "began to encrypt messages")),
            Map.entry("EncryptMessage", List.of("encrypt a message", "encrypted a message of")),
            Map.entry("MessageDecrypt", List.of("decrypt messages", "began to decrypt messages")),
            Map.entry("DecryptMessage", List.of("decrypt a message", "decrypted a message of")),
            Map.entry("MessageSign", List.of("sign messages", "began to sign messages")),
            Map.entry("SignMessage", List.of("sign a message", "signed a message of")),
            Map.entry("MessageVerify", List.of("verify messages", "began to verify messages")),
            Map.entry("VerifyMessage", List.of("verify a message", "verified a message of")),
            Map.entry("GenerateKeyPair", List.of("generate a key pair", "generated")),
            Map.entry("GenerateKey", List.of("generate a key", "generated")),
            Map.entry("WrapKey", List.of("wrap a key", "wrapped")),
            Map.entry("UnwrapKey", List.of("unwrap a key", "unwrapped")),
            Map.entry("DeriveKey", List.of("derive a key", "derived")),
            Map.entry("EncapsulateKey", List.of("encapsulate a key", "encapsulated")),
            Map.entry("DecapsulateKey", List.of("decapsulate a key", "decapsulated")),
            Map.entry("Login", List.of("log in", "logged in")),
            Map.entry("Logout", List.of("log out", "logged out")),
            Map.entry("OpenSession", List.of("open a session", "opened a session")),
            Map.entry("CreateObject", List.of("create an object", "created")),
            Map.entry("CopyObject", List.of("copy an object", "copied")),
            Map.entry("DestroyObject", List.of("destroy an object", "destroyed")),
            Map.entry("GetAttributeValue", List.of("read attributes", "read attributes")),
            Map.entry("SetAttributeValue", List.of("change attributes", "changed attributes")),
            Map.entry("FindObjects", List.of("look for objects", "looked for objects")),
            Map.entry("InitToken", List.of("initialise a token", "initialised a token")),
            Map.entry("InitPIN", List.of("give the user a PIN", "gave the user a PIN")),
            Map.entry("SetPIN", List.of("change a PIN", "changed a PIN")),
            Map.entry("Initialize", List.of("initialise the library", "initialised the library")));

    private final LongFunction<String> named;
    private final Map<String, String> begun = new HashMap<>();
    private final Map<String, Long> amounts = new HashMap<>();

    Deeds(LongFunction<String> named) {
        this.named = named;
    }

    /// {@return what a call was meant to do: `generate a key pair`}
    String attempt(Call<?> call) {
        return verb(call).isEmpty()
                ? "call " + Function.of(call.getClass()).cName()
                : verbs(call).get(0);
    }

    /// {@return with which mechanism, or as who}
    String about(Call<?> call) {
        String mechanism = Handles.mechanism(call);
        if (call instanceof Login login) {
            return " as " + Teller.user(login.userType());
        }
        return mechanism.isEmpty() ? "" : " with " + mechanism;
    }

    /// {@return what a step of an operation did; empty until it ends}
    String step(Call<?> call, @Nullable Object value) {
        String verb = verb(call);
        String name = name(call);
        String key = Handles.session(call) + verb;
        if (verb.isEmpty()) {
            return "called C_" + name;
        } else if (name.endsWith("Init")) {
            begun.put(key, about(call) + keys(call));
            amounts.remove(key);
            return verb.startsWith("Message") ? verbs(call).get(1) + begun.get(key) : "";
        }
        amounts.merge(key, amount(call), Long::sum);
        if (name.endsWith("Update") || name.endsWith("Next") || name.endsWith("Begin") || name.equals("DigestKey")) {
            return "";
        } else if (verb.startsWith("Message")) {
            return "ended with messages";
        }
        Long amount = amounts.remove(key);
        return verbs(call).get(1) + " " + (amount == null ? 0 : amount) + " bytes" + begun.getOrDefault(key, "");
    }

    /// {@return what a function that makes or moves keys did}
    String key(KeyManagement<?> call, @Nullable Object value) {
        return switch (call) {
            case KeyManagement.GenerateKeyPair c -> "generated the " + pairName(c) + about(call);
            case KeyManagement.GenerateKey c ->
                "generated the " + described(c.template().attributes(), "key") + about(call);
            case KeyManagement.WrapKey c ->
                value instanceof dev.tokki.api.Output output && output.bytes() == null
                        ? ""
                        : "wrapped the " + named.apply(c.key()) + about(call) + " and the "
                                + named.apply(c.wrappingKey());
            case KeyManagement.UnwrapKey c ->
                "unwrapped the " + described(c.template().attributes(), "key") + about(call) + keys(call);
            case KeyManagement.DeriveKey c ->
                "derived the " + described(c.template().attributes(), "key") + about(call) + keys(call);
            default -> verbs(call).get(1) + " a key" + about(call) + keys(call);
        };
    }

    private static String pairName(KeyManagement.GenerateKeyPair call) {
        return described(call.publicKeyTemplate().attributes(), "public key") + " and the "
                + described(call.privateKeyTemplate().attributes(), "private key");
    }

    private static String described(List<dev.tokki.api.Attribute> attributes, String kind) {
        String described = ObjectBook.describe(attributes);
        return described.startsWith("object") ? kind + described.substring("object".length()) : described;
    }

    private String keys(Call<?> call) {
        String keys = Handles.objects(call).stream().map(named::apply).collect(Collectors.joining(" and the "));
        return keys.isEmpty() ? "" : " and the " + keys;
    }

    private static String name(Call<?> call) {
        return Function.of(call.getClass()).cName().substring("C_".length());
    }

    private static String verb(Call<?> call) {
        String name = name(call);
        return VERBS.keySet().stream()
                .filter(name::startsWith)
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .orElse("");
    }

    private static List<String> verbs(Call<?> call) {
        String verb = verb(call);
        return VERBS.getOrDefault(
                verb, List.of("call C_" + name(call), name(call).toLowerCase(Locale.ROOT)));
    }

    /// How many bytes went in: the first byte string among the arguments.
    private static long amount(Call<?> call) {
        RecordAccess access = RecordAccess.of(call.getClass());
        for (int i = 0; i < access.components().size(); i++) {
            if (access.get(call, i) instanceof Bytes bytes
                    && !access.components().get(i).getName().equals("signature")) {
                return bytes.length();
            }
        }
        return 0;
    }
}
