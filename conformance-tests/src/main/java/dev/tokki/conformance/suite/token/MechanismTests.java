package dev.tokki.conformance.suite.token;

import static dev.tokki.api.Function.GET_MECHANISM_INFO;
import static dev.tokki.api.Function.GET_MECHANISM_LIST;
import static dev.tokki.api.constant.Ckr.ARGUMENTS_BAD;
import static dev.tokki.api.constant.Ckr.BUFFER_TOO_SMALL;
import static dev.tokki.api.constant.Ckr.MECHANISM_INVALID;

import dev.tokki.api.Buffer;
import dev.tokki.api.MechanismInfo;
import dev.tokki.api.Out;
import dev.tokki.api.ULongs;
import dev.tokki.api.call.SlotsAndTokens.GetMechanismInfo;
import dev.tokki.api.call.SlotsAndTokens.GetMechanismList;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Names;
import dev.tokki.api.text.FlagNames;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Suite;
import java.util.HashSet;
import java.util.List;

/// The mechanisms that a token lists and describes, sections 5.5.5, 5.5.6 and 3.5.
@Chapter(id = "mechanism", title = "Mechanisms", section = "5.5")
public record MechanismTests(Bench bench) implements Suite {
    /// What a mechanism can be used for: all flags but those that describe how.
    private static final long USES = Ckf.MESSAGE_ENCRYPT
            | Ckf.MESSAGE_DECRYPT
            | Ckf.MESSAGE_SIGN
            | Ckf.MESSAGE_VERIFY
            | Ckf.ENCRYPT
            | Ckf.DECRYPT
            | Ckf.DIGEST
            | Ckf.SIGN
            | Ckf.SIGN_RECOVER
            | Ckf.VERIFY
            | Ckf.VERIFY_RECOVER
            | Ckf.GENERATE
            | Ckf.GENERATE_KEY_PAIR
            | Ckf.WRAP
            | Ckf.UNWRAP
            | Ckf.DERIVE
            | Ckf.ENCAPSULATE
            | Ckf.DECAPSULATE;

    private static final List<Long> CURVES =
            List.of(Ckm.EC_KEY_PAIR_GEN, Ckm.ECDSA, Ckm.ECDSA_SHA256, Ckm.ECDSA_SHA512, Ckm.ECDH1_DERIVE);

    @Requirement(
            id = "mechanism.list.query",
            functions = GET_MECHANISM_LIST,
            section = "5.5.5",
            rule = "Asked for the number of mechanisms, and for the mechanisms, the module tells the same number")
    void listIsAsLongAsTold() {
        long count = expect(list(Buffer.query())).value().count();
        ULongs list = expect(list(Buffer.of(count))).value();
        check("number with the list", count, list.count());
        check("entries", count, list.stream().count());
    }

    @Requirement(
            id = "mechanism.list.larger",
            functions = GET_MECHANISM_LIST,
            section = "5.5.5",
            rule = "With more room than is needed, the number told is that of the mechanisms")
    void listInALargerBuffer() {
        long count = expect(list(Buffer.query())).value().count();
        check("number", count, expect(list(Buffer.of(count + 10))).value().count());
    }

    @Requirement(
            id = "mechanism.list.too-small",
            functions = GET_MECHANISM_LIST,
            section = "5.5.5",
            rule = "A buffer too small is refused, and the number told all the same")
    void listInABufferTooSmall() {
        long count = expect(list(Buffer.query())).value().count();
        long told = expect(list(Buffer.of(count - 1)))
                .returns(BUFFER_TOO_SMALL)
                .outputs()
                .count();
        check("number", count, told);
    }

    @Requirement(
            id = "mechanism.list.no-length",
            functions = GET_MECHANISM_LIST,
            section = {"5.5.5", "5.1.6"},
            rule = "NULL_PTR is no place for the number of mechanisms")
    void listNeedsACount() {
        expect(list(Buffer.noLength())).returns(ARGUMENTS_BAD);
    }

    @Requirement(
            id = "mechanism.list.distinct",
            functions = GET_MECHANISM_LIST,
            section = "5.5.5",
            rule = "No mechanism is listed twice")
    void mechanismsAreDistinct() {
        List<Long> mechanisms = token().mechanisms();
        check("distinct mechanisms", mechanisms.size(), new HashSet<>(mechanisms).size());
    }

    @Requirement(
            id = "mechanism.list.known",
            functions = GET_MECHANISM_LIST,
            section = "3.5.1",
            rule = "A mechanism listed is one of the standard's, or its number is in the vendors' range")
    void mechanismsAreKnownOrTheVendors() {
        List<String> strangers = token().mechanisms().stream()
                .filter(type -> Names.CKM.find(type).isEmpty() && Long.compareUnsigned(type, Ckm.VENDOR_DEFINED) < 0)
                .map(Names.CKM::of)
                .toList();
        check("others", List.of(), strangers);
    }

    @Requirement(
            id = "mechanism.info.listed",
            functions = GET_MECHANISM_INFO,
            section = {"5.5.5", "5.5.6"},
            rule = "Every mechanism listed can be asked for its information")
    void everyMechanismListedHasInformation() {
        each(token().mechanisms(), type -> expect(info(type)).succeeds());
    }

    @Requirement(
            id = "mechanism.info.usable",
            functions = GET_MECHANISM_INFO,
            section = "3.5.3",
            rule = "Every mechanism listed can be used for something")
    void everyMechanismListedIsGoodForSomething() {
        each(token().mechanisms(), type -> {
            long flags = expect(info(type)).value().flags();
            String uses = FlagNames.of(MechanismInfo.class, flags);
            check("flags of " + Names.CKM.of(type), "a use among them", (flags & USES) != 0, uses);
        });
    }

    @Requirement(
            id = "mechanism.info.sizes",
            functions = GET_MECHANISM_INFO,
            section = "3.5.3",
            rule = "The largest key of a mechanism is not smaller than the smallest")
    void sizesFitTogether() {
        each(token().mechanisms(), type -> {
            MechanismInfo info = expect(info(type)).value();
            boolean holds = Long.compareUnsigned(info.minKeySize(), info.maxKeySize()) <= 0;
            check("ulMaxKeySize of " + Names.CKM.of(type), "≥ " + info.minKeySize(), holds, info.maxKeySize());
        });
    }

    @Requirement(
            id = "mechanism.info.extension",
            functions = GET_MECHANISM_INFO,
            section = "3.5.3",
            rule = "There is no extension of the flags in this version")
    void flagsHaveNoExtension() {
        each(token().mechanisms(), type -> {
            long flags = expect(info(type)).value().flags();
            check("CKF_EXTENSION of " + Names.CKM.of(type), 0L, flags & Ckf.EXTENSION);
        });
    }

    @Requirement(
            id = "mechanism.info.unlisted",
            functions = GET_MECHANISM_INFO,
            section = {"5.5.6", "5.1.6"},
            rule = "A mechanism that is not listed is invalid")
    void aMechanismNotListedHasNone() {
        List<Long> listed = token().mechanisms();
        List<Long> others = List.of(Ckm.VENDOR_DEFINED | 0x7FFF0123L, 0x7FFFFFF0L, Ckm.FORTEZZA_TIMESTAMP);
        each(
                others.stream().filter(type -> !listed.contains(type)).toList(),
                type -> expect(info(type)).returns(MECHANISM_INVALID));
    }

    @Requirement(
            id = "mechanism.info.null-pointer",
            functions = GET_MECHANISM_INFO,
            section = {"5.5.6", "5.1.6"},
            rule = "NULL_PTR is no place for the information")
    void infoNeedsAPlace() {
        long listed = token().mechanisms().get(0);
        expect(new GetMechanismInfo(token().slot(), listed, Out.nullPointer())).returns(ARGUMENTS_BAD);
    }

    @Requirement(
            id = "mechanism.info.unit",
            functions = GET_MECHANISM_INFO,
            section = "3.5.3",
            rule = "Sizes are in the unit of the mechanism: {0}")
    void sizesAreInTheirUnit(SizedKey key) {
        requires(key.mechanism());
        MechanismInfo info = expect(info(key.mechanism())).value();
        check("ulMinKeySize", key.range(), key.admits(info.minKeySize()), info.minKeySize());
        check("ulMaxKeySize", key.range(), key.admits(info.maxKeySize()), info.maxKeySize());
    }

    @Requirement(
            id = "mechanism.info.curves",
            functions = GET_MECHANISM_INFO,
            section = "6.3",
            rule = "A mechanism of elliptic curves says which fields, domain parameters and points it takes")
    void curveMechanismsDescribeThemselves() {
        List<Long> listed = token().mechanisms();
        List<Long> curves = CURVES.stream().filter(listed::contains).toList();
        if (curves.isEmpty()) {
            throw notSupported("none of the mechanisms of elliptic curves");
        }
        each(curves, type -> {
            long flags = expect(info(type)).value().flags();
            checkOne(type, "a field", flags, Ckf.EC_F_P | Ckf.EC_F_2M);
            checkOne(type, "domain parameters", flags, Ckf.EC_OID | Ckf.EC_ECPARAMETERS | Ckf.EC_CURVENAME);
            checkOne(type, "a form of points", flags, Ckf.EC_UNCOMPRESS | Ckf.EC_COMPRESS);
        });
    }

    private void checkOne(long type, String what, long flags, long oneOf) {
        String shown = FlagNames.of(MechanismInfo.class, flags);
        check("flags of " + Names.CKM.of(type), what + " among them", (flags & oneOf) != 0, shown);
    }

    private GetMechanismList list(Buffer room) {
        return new GetMechanismList(token().slot(), room);
    }

    private GetMechanismInfo info(long type) {
        return new GetMechanismInfo(token().slot(), type);
    }
}
