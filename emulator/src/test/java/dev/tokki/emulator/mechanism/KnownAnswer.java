package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Template;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.fluent.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// What a vector proves, through the calls: the line that holds the answer says which. `only` says that one half is
/// proven: where an encryption or a signature is random, or where the vector is for one side.
enum KnownAnswer {
    DIGEST("digest", Ckf.DIGEST, 0) {
        @Override
        void run(Bench bench) {
            bench.check(bench.workshop().session().digest(bench.mechanism(), bench.input()), "digest");
        }
    },
    CIPHER("encrypted", Ckf.ENCRYPT, Ckf.DECRYPT) {
        @Override
        void run(Bench bench) {
            if (!bench.isOnly("decrypt")) {
                Key key = bench.isPair() ? bench.key("public", Cka.ENCRYPT) : bench.key("key", Cka.ENCRYPT);
                bench.check(key.encrypt(bench.mechanism(), bench.input()), "encrypted");
            }
            if (!bench.isOnly("encrypt")) {
                Key key = bench.isPair() ? bench.key("private", Cka.DECRYPT) : bench.key("key", Cka.DECRYPT);
                bench.check(key.decrypt(bench.mechanism(), bench.vector().bytes("encrypted")), "input");
            }
        }
    },
    SIGNATURE("signature", Ckf.SIGN, Ckf.VERIFY) {
        @Override
        void run(Bench bench) {
            byte[] signature =
                    bench.isHashed("signature") ? new byte[0] : bench.vector().bytes("signature");
            if (!bench.isOnly("verify")) {
                Key key = bench.isPair() ? bench.key("private", Cka.SIGN) : bench.key("key", Cka.SIGN);
                signature = key.sign(bench.mechanism(), bench.input());
                bench.check(signature, "signature");
            }
            if (!bench.isOnly("sign")) {
                Key key = bench.isPair() ? bench.key("public", Cka.VERIFY) : bench.key("key", Cka.VERIFY);
                verify(bench, key, signature);
            }
        }

        private void verify(Bench bench, Key key, byte[] signature) {
            byte[] message = bench.input();
            if (bench.vector().has("refused")) {
                bench.workshop().verify(bench.mechanism(), key, message, signature);
                return;
            }
            assertThat(key.verify(bench.mechanism(), message, signature)).isTrue();
            byte[] flipped = signature.clone();
            flipped[flipped.length / 2] ^= 1;
            assertThat(key.verify(bench.mechanism(), message, flipped)).isFalse();
        }
    },
    WRAP("wrapped", Ckf.WRAP, Ckf.UNWRAP) {
        @Override
        void run(Bench bench) {
            Key key = bench.key("key", Cka.WRAP, Cka.UNWRAP);
            if (!bench.isOnly("unwrap")) {
                bench.check(key.wrap(bench.mechanism(), bench.key("input")), "wrapped");
            }
            byte[] secret = Vector.bytesOf(bench.vector().get("input").split(" ")[1]);
            Key unwrapped = key.unwrap(
                    bench.mechanism(),
                    bench.vector().bytes("wrapped"),
                    KnownKeys.secretTemplate(bench.vector(), secret.length));
            assertThat(unwrapped.bytes(Cka.VALUE)).isEqualTo(secret);
        }
    },
    DERIVED("derived", Ckf.DERIVE, 0) {
        @Override
        void run(Bench bench) {
            Key base = bench.isPair() ? bench.key("private", Cka.DERIVE) : bench.key("key", Cka.DERIVE);
            bench.check(
                    base.derive(bench.mechanism(), bench.secretTemplate("derived"))
                            .bytes(Cka.VALUE),
                    "derived");
        }
    },
    GENERATED("generated", Ckf.GENERATE, 0) {
        @Override
        void run(Bench bench) {
            Key key = bench.workshop().session().generateKey(bench.mechanism(), bench.secretTemplate("generated"));
            bench.check(key.bytes(Cka.VALUE), "generated");
        }
    },
    DECAPSULATED("decapsulated", Ckf.DECAPSULATE, 0) {
        @Override
        void run(Bench bench) {
            Key key = bench.key("private", Cka.DECAPSULATE);
            long made = bench.workshop()
                    .get(new KeyManagement.DecapsulateKey(
                            bench.workshop().session().handle(),
                            bench.mechanism(),
                            key.handle(),
                            Template.of(Arrays.asList(bench.secretTemplate("decapsulated"))),
                            Bytes.of(bench.input())));
            bench.check(bench.workshop().session().key(made).bytes(Cka.VALUE), "decapsulated");
        }
    },
    /// A private key that grows of `CKA_SEED`: the engine grows it when it takes the key, and tells the public half.
    GROWN("publicValue", Ckf.GENERATE_KEY_PAIR, 0) {
        @Override
        void run(Bench bench) {
            byte[] info = bench.key("private").bytes(Cka.PUBLIC_KEY_INFO);
            byte[] publicValue = bench.vector().bytes("publicValue");
            assertThat(Arrays.copyOfRange(info, info.length - publicValue.length, info.length))
                    .isEqualTo(publicValue);
        }
    };

    private final String answer;
    private final long first;
    private final long second;

    KnownAnswer(String answer, long first, long second) {
        this.answer = answer;
        this.first = first;
        this.second = second;
    }

    /// {@return what a vector proves}
    static KnownAnswer of(Vector vector) {
        return Arrays.stream(values())
                .filter(each -> vector.has(each.answer))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(vector + " has no answer"));
    }

    /// {@return the flags that a vector proves}
    long flags(Vector vector) {
        return switch (vector.text("only", "both")) {
            case "both" -> first | second;
            case "encrypt", "sign", "wrap" -> first;
            default -> second;
        };
    }

    /// Compares what the calls give.
    abstract void run(Bench bench);

    /// A vector at work.
    record Bench(Workshop workshop, Vector vector) {
        Mechanism mechanism() {
            return Mechanism.of(
                    vector.mechanism(),
                    ParameterText.of(
                            vector.text("parameter", ""), name -> key(name).handle()));
        }

        byte[] input() {
            return vector.bytes("input");
        }

        boolean isOnly(String half) {
            return vector.text("only", "").equals(half);
        }

        boolean isPair() {
            return vector.has("private") || vector.has("public");
        }

        Key key(String name, long... uses) {
            return new KnownKeys(workshop, vector).key(name, uses);
        }

        Attribute[] secretTemplate(String answer) {
            return KnownKeys.secretTemplate(vector, vector.bytes(answer).length);
        }

        boolean isHashed(String name) {
            return vector.get(name).startsWith("sha");
        }

        /// Long answers are told by a hash of theirs, as their sources have it.
        void check(byte[] actual, String name) {
            if (isHashed(name)) {
                String[] told = vector.get(name).split(":");
                assertThat(told[0] + ":" + hash(told[0], actual)).isEqualTo(vector.get(name));
            } else {
                assertThat(actual).isEqualTo(vector.bytes(name));
            }
        }

        private static String hash(String name, byte[] bytes) {
            try {
                return HexFormat.of().formatHex(MessageDigest.getInstance(name).digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// {@return the return values that refuse a vector, if it is one to be refused}
    static Optional<String> refusal(Vector vector) {
        return Optional.ofNullable(vector.values().get("refused"));
    }
}
