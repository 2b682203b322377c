package dev.tokki.emulator.state;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.emulator.operation.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a session was doing (section 5.6.6), as bytes and back.
///
/// @param sessionState the state of the session, `CKS_…`
/// @param operations what was in progress
public record SavedState(long sessionState, List<One> operations) {
    private static final int VERSION = 1;

    /// One operation.
    ///
    /// @param kind its kind
    /// @param mechanism the mechanism
    /// @param key the fingerprint of its key; nothing for a digest
    /// @param keyId the `CKA_UNIQUE_ID` of its key, by which it is found where no handle is given
    /// @param signature the signature that was told first (C_VerifySignatureInit)
    /// @param parts the parts that came in
    public record One(
            Kind kind,
            Mechanism mechanism,
            Optional<Bytes> key,
            Optional<Bytes> keyId,
            Optional<Bytes> signature,
            List<Bytes> parts) {
        /// Copies the list.
        public One {
            parts = List.copyOf(parts);
        }
    }

    /// Copies the list.
    public SavedState {
        operations = List.copyOf(operations);
    }

    /// {@return the state as bytes}
    public byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(VERSION);
            out.writeLong(sessionState);
            out.writeByte(operations.size());
            for (One one : operations) {
                out.writeUTF(one.kind().name());
                out.writeLong(one.mechanism().type());
                ParameterCodec.write(out, one.mechanism().parameter());
                write(out, one.key());
                write(out, one.keyId());
                write(out, one.signature());
                out.writeInt(one.parts().size());
                for (Bytes part : one.parts()) {
                    ParameterCodec.write(out, part);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// {@return the state that bytes hold, which were made by [#encode]; nothing where that was another version's}
    public static Optional<SavedState> decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                return Optional.empty();
            }
            long sessionState = in.readLong();
            List<One> operations = new ArrayList<>();
            for (int left = in.readByte(); left > 0; left--) {
                operations.add(one(in));
            }
            return Optional.of(new SavedState(sessionState, operations));
        } catch (IOException | IllegalArgumentException other) {
            // A record of parameters that is not what it was, or a kind of operation that is no more.
            return Optional.empty();
        }
    }

    private static One one(DataInputStream in) throws IOException {
        Kind kind = Kind.valueOf(in.readUTF());
        Mechanism mechanism = new Mechanism(in.readLong(), ParameterCodec.read(in));
        Optional<Bytes> key = optional(in);
        Optional<Bytes> keyId = optional(in);
        Optional<Bytes> signature = optional(in);
        List<Bytes> parts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            parts.add(ParameterCodec.readBytes(in));
        }
        return new One(kind, mechanism, key, keyId, signature, parts);
    }

    private static void write(DataOutputStream out, Optional<Bytes> bytes) throws IOException {
        ParameterCodec.write(out, bytes.orElse(Bytes.NULL));
    }

    private static Optional<Bytes> optional(DataInputStream in) throws IOException {
        Bytes bytes = ParameterCodec.readBytes(in);
        return bytes.isNull() ? Optional.empty() : Optional.of(bytes);
    }
}
