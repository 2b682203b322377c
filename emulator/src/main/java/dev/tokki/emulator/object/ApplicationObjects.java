package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeReply;
import dev.tokki.api.KeyPair;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Reply;
import dev.tokki.api.Template;
import dev.tokki.emulator.mechanism.KeyView;
import dev.tokki.emulator.mechanism.Mechanisms.NewPair;
import dev.tokki.storage.MasterKey;
import java.util.List;

/// The objects of one slot as one application sees them: its session objects, and the token objects under its own
/// handles.
///
/// Every method throws a [dev.tokki.emulator.rule.Refusal] for what the rules of sections 4 and 5.7 forbid.
public final class ApplicationObjects implements AutoCloseable {
    /// @param token the token's objects, shared by all applications
    /// @param factory the rules
    /// @param handles the application's handles
    public ApplicationObjects(TokenObjects token, ObjectFactory factory, Handles handles) {}

    /// `C_CreateObject`, section 5.7.1.
    ///
    /// @return the new object's handle
    public long create(Caller caller, Template template) {
        if (pending()) {
            throw notYet();
        }
        return 0;
    }

    /// `C_CopyObject`, section 5.7.2.
    ///
    /// @return the copy's handle
    public long copy(Caller caller, long object, Template template) {
        if (pending()) {
            throw notYet();
        }
        return 0;
    }

    /// `C_DestroyObject`, section 5.7.3.
    public void destroy(Caller caller, long object) {
        if (pending()) {
            throw notYet();
        }
    }

    /// {@return the bytes the object takes (`C_GetObjectSize`, section 5.7.4)}
    public long size(Caller caller, long object) {
        if (pending()) {
            throw notYet();
        }
        return 0;
    }

    /// {@return the answer of `C_GetAttributeValue` (section 5.7.5): also where the return value is not `CKR_OK`, every
    /// entry is filled}
    public Reply<List<AttributeReply>> get(Caller caller, long object, QueryTemplate template) {
        if (pending()) {
            throw notYet();
        }
        return Reply.of(0);
    }

    /// `C_SetAttributeValue`, section 5.7.6.
    public void set(Caller caller, long object, Template template) {
        if (pending()) {
            throw notYet();
        }
    }

    /// {@return the handles of the objects that match (`C_FindObjectsInit`, section 5.7.7), as of now}
    public long[] find(Caller caller, Template template) {
        return new long[0];
    }

    /// {@return a template accepted for a new key, before the key is made; also checks that the session may make it}
    public Draft draft(Caller caller, Provenance provenance, Template template) {
        if (pending()) {
            throw notYet();
        }
        return new Draft(caller, provenance, AttributeMap.of(List.of()));
    }

    /// Makes the object of a draft.
    ///
    /// @param contributed what the mechanism made: class, key type, values
    /// @return the new object's handle
    public long add(Draft draft, List<Attribute> contributed) {
        if (pending()) {
            throw notYet();
        }
        return 0;
    }

    /// Makes the two objects of `C_GenerateKeyPair`, or none.
    ///
    /// @return their handles
    public KeyPair addPair(Draft publicKey, Draft privateKey, NewPair made) {
        if (pending()) {
            throw notYet();
        }
        return new KeyPair(0, 0);
    }

    /// {@return a key the caller can see}
    ///
    /// @param handle its handle
    /// @param argument the C name of the argument, for the reason: `hKey`
    /// @param otherwise the return value if there is no such key: `CKR_KEY_HANDLE_INVALID`,
    ///        `CKR_WRAPPING_KEY_HANDLE_INVALID`, …
    public KeyView key(Caller caller, long handle, String argument, long otherwise) {
        if (pending()) {
            throw notYet();
        }
        throw new IllegalStateException();
    }

    /// The normal user logged in: this application's sessions see private objects.
    ///
    /// @param key the token's master key, opened with the user's PIN; from now on the objects' to close
    public void userLoggedIn(MasterKey key) {}

    /// The normal user or the SO logged out: private session objects are gone, handles of private objects with them
    /// (section 5.6.9).
    public void loggedOut() {}

    /// A session closed: its session objects are gone (section 5.6.2).
    public void sessionClosed(long session) {}

    /// The application is done with the slot (`C_Finalize`): session objects, handles and the login are gone.
    @Override
    public void close() {}

    private static UnsupportedOperationException notYet() {
        return new UnsupportedOperationException("lands next");
    }

    private static boolean pending() {
        return true;
    }
}
