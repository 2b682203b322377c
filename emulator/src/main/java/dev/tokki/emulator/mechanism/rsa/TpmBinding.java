package dev.tokki.emulator.mechanism.rsa;

import dev.tokki.api.Bytes;
import dev.tokki.emulator.mechanism.hash.Hash;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;

/// Encryption of a `TPM_BOUND_DATA` (TPM Main 1.2, part 2, section 10.4; `TCPA_BOUND_DATA` before), sections 6.1.17
/// and 6.1.18: a version, the byte that says "bound", and the data.
final class TpmBinding {
    static final String PKCS_SECTION = "6.1.17";
    static final String OAEP_SECTION = "6.1.18";

    /// Version 1.1 of the structure, any revision, and `TPM_PT_BIND`.
    private static final byte[] HEADER = {1, 1, 0, 0, 2};
    /// Where the revision is, which a reader lets pass.
    private static final int REVISION = 2;
    private static final int PAYLOAD = 4;
    /// The label of OAEP in all commands of a TPM 1.x.
    private static final String LABEL = "TCPA";

    static final RsaCiphers PKCS = bound(RsaCiphers.PKCS, PKCS_SECTION);
    static final RsaCiphers OAEP =
            bound(RsaCiphers.oaep(new OaepParameter(Hash.SHA_1, Hash.SHA_1, Bytes.utf8(LABEL))), OAEP_SECTION);

    private TpmBinding() {}

    private static RsaCiphers bound(RsaCiphers inner, String section) {
        return new RsaCiphers(
                (key, mode, input) -> mode == Cipher.ENCRYPT_MODE
                        ? inner.padding().run(key, mode, bind(input))
                        : opened(inner.padding().run(key, mode, input)),
                inner.overhead() + HEADER.length,
                section);
    }

    private static byte[] bind(byte[] data) {
        byte[] bound = Arrays.copyOf(HEADER, HEADER.length + data.length);
        System.arraycopy(data, 0, bound, HEADER.length, data.length);
        return bound;
    }

    private static byte[] opened(byte[] bound) throws BadPaddingException {
        boolean isBound = bound.length >= HEADER.length
                && Arrays.equals(bound, 0, REVISION, HEADER, 0, REVISION)
                && bound[PAYLOAD] == HEADER[PAYLOAD];
        if (!isBound) {
            throw new BadPaddingException("no TPM_BOUND_DATA");
        }
        return Arrays.copyOfRange(bound, HEADER.length, bound.length);
    }
}
