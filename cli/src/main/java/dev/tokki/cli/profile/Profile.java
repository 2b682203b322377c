package dev.tokki.cli.profile;

import static dev.tokki.api.Function.*;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckp;
import dev.tokki.api.constant.Names;
import java.util.Arrays;
import java.util.List;

/// The provider profiles of the OASIS PKCS#11 Profiles v3.2, section 5: what each demands that can be seen from
/// outside.
enum Profile {
    BASELINE_PROVIDER(
            "Baseline Provider",
            Ckp.BASELINE_PROVIDER,
            List.of(
                    GET_INFO,
                    GET_SLOT_LIST,
                    GET_SLOT_INFO,
                    GET_TOKEN_INFO,
                    OPEN_SESSION,
                    CLOSE_SESSION,
                    GET_SESSION_INFO,
                    FIND_OBJECTS_INIT,
                    FIND_OBJECTS,
                    FIND_OBJECTS_FINAL,
                    GET_ATTRIBUTE_VALUE),
            List.of(),
            ""),
    EXTENDED_PROVIDER(
            "Extended Provider",
            Ckp.EXTENDED_PROVIDER,
            List.of(GET_MECHANISM_LIST, GET_MECHANISM_INFO, LOGIN, LOGIN_USER, LOGOUT),
            List.of(),
            ""),
    AUTHENTICATION_TOKEN(
            "Authentication Token",
            Ckp.AUTHENTICATION_TOKEN,
            List.of(LOGIN, LOGIN_USER, LOGOUT, SIGN_INIT, SIGN, SIGN_UPDATE, SIGN_FINAL),
            List.of(),
            ""),
    PUBLIC_CERTIFICATES_TOKEN(
            "Public Certificates Token",
            Ckp.PUBLIC_CERTIFICATES_TOKEN,
            List.of(),
            List.of(),
            "that every certificate can be read without a login, and has the CKA_ID of its key, is up to who writes"
                    + " them"),
    COMPLETE_PROVIDER(
            "Complete Provider",
            Ckp.COMPLETE_PROVIDER,
            Arrays.asList(Function.values()),
            Names.CKM.entries().values().stream()
                    .filter(type -> type != Ckm.VENDOR_DEFINED)
                    .distinct()
                    .toList(),
            ""),
    HKDF_TLS_TOKEN("HKDF TLS Token", Ckp.HKDF_TLS_TOKEN, List.of(DERIVE_KEY), List.of(Ckm.HKDF_DATA), "");

    private final String title;
    private final long id;
    private final List<Function> functions;
    private final List<Long> mechanisms;
    private final String further;

    /// @param further what it demands that cannot be seen from outside
    Profile(String title, long id, List<Function> functions, List<Long> mechanisms, String further) {
        this.title = title;
        this.id = id;
        this.functions = functions;
        this.mechanisms = mechanisms;
        this.further = further;
    }

    String title() {
        return title;
    }

    long id() {
        return id;
    }

    List<Function> functions() {
        return functions;
    }

    List<Long> mechanisms() {
        return mechanisms;
    }

    String further() {
        return further;
    }
}
