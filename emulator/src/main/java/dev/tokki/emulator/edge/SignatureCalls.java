package dev.tokki.emulator.edge;

import dev.tokki.api.Reply;
import dev.tokki.api.call.Signing;
import dev.tokki.api.call.Verification;
import dev.tokki.emulator.chapter.SignatureChapter;
import dev.tokki.emulator.operation.Kind;
import dev.tokki.emulator.operation.Recovering;
import dev.tokki.emulator.operation.Verifying;
import dev.tokki.emulator.operation.VerifyingKnown;

/// The calls of sections 5.13 and 5.15, signing and verifying.
final class SignatureCalls {
    private static final Class<dev.tokki.emulator.operation.Signing> SIGNING =
            dev.tokki.emulator.operation.Signing.class;

    private SignatureCalls() {}

    static Reply<?> answer(Arrival in, Signing<?> call) {
        Arguments arguments = in.arguments();
        return switch (call) {
            case Signing.SignInit c ->
                in.begin(
                        c.session(),
                        Kind.SIGNING,
                        c.mechanism(),
                        (session, mechanism) -> SignatureChapter.signInit(session, mechanism, c.key()));
            case Signing.Sign c ->
                in.output(
                        c.session(),
                        Kind.SIGNING,
                        SIGNING,
                        c.signature(),
                        one -> one.onePart(arguments.bytes(c.data(), "pData"), in.function()));
            case Signing.SignUpdate c ->
                in.part(
                        c.session(),
                        Kind.SIGNING,
                        SIGNING,
                        one -> one.part(arguments.bytes(c.part(), "pPart"), in.function()));
            case Signing.SignFinal c ->
                in.output(c.session(), Kind.SIGNING, SIGNING, c.signature(), one -> one.lastPart(in.function()));
            case Signing.SignRecoverInit c ->
                in.begin(
                        c.session(),
                        Kind.SIGN_RECOVERY,
                        c.mechanism(),
                        (session, mechanism) -> SignatureChapter.signRecoverInit(session, mechanism, c.key()));
            case Signing.SignRecover c ->
                in.output(
                        c.session(),
                        Kind.SIGN_RECOVERY,
                        SIGNING,
                        c.signature(),
                        one -> one.onePart(arguments.bytes(c.data(), "pData"), in.function()));
        };
    }

    static Reply<?> answer(Arrival in, Verification<?> call) {
        Arguments arguments = in.arguments();
        return switch (call) {
            case Verification.VerifyInit c ->
                in.begin(
                        c.session(),
                        Kind.VERIFICATION,
                        c.mechanism(),
                        (session, mechanism) -> SignatureChapter.verifyInit(session, mechanism, c.key()));
            case Verification.Verify c ->
                in.end(
                        c.session(),
                        Kind.VERIFICATION,
                        Verifying.class,
                        one -> one.onePart(
                                arguments.bytes(c.data(), "pData"),
                                arguments.bytes(c.signature(), "pSignature"),
                                in.function()));
            case Verification.VerifyUpdate c ->
                in.part(
                        c.session(),
                        Kind.VERIFICATION,
                        Verifying.class,
                        one -> one.part(arguments.bytes(c.part(), "pPart"), in.function()));
            case Verification.VerifyFinal c ->
                in.end(
                        c.session(),
                        Kind.VERIFICATION,
                        Verifying.class,
                        one -> one.lastPart(arguments.bytes(c.signature(), "pSignature"), in.function()));
            case Verification.VerifySignatureInit c ->
                in.begin(
                        c.session(),
                        Kind.VERIFICATION,
                        c.mechanism(),
                        (session, mechanism) -> SignatureChapter.verifySignatureInit(
                                session,
                                mechanism,
                                c.key(),
                                arguments.bytes(c.signature(), "pSignature").clone()));
            case Verification.VerifySignature c ->
                in.end(
                        c.session(),
                        Kind.VERIFICATION,
                        VerifyingKnown.class,
                        one -> one.onePart(arguments.bytes(c.data(), "pData"), in.function()));
            case Verification.VerifySignatureUpdate c ->
                in.part(
                        c.session(),
                        Kind.VERIFICATION,
                        VerifyingKnown.class,
                        one -> one.part(arguments.bytes(c.part(), "pPart"), in.function()));
            case Verification.VerifySignatureFinal c ->
                in.end(c.session(), Kind.VERIFICATION, VerifyingKnown.class, one -> one.lastPart(in.function()));
            case Verification.VerifyRecoverInit c ->
                in.begin(
                        c.session(),
                        Kind.VERIFY_RECOVERY,
                        c.mechanism(),
                        (session, mechanism) -> SignatureChapter.verifyRecoverInit(session, mechanism, c.key()));
            case Verification.VerifyRecover c ->
                in.output(
                        c.session(),
                        Kind.VERIFY_RECOVERY,
                        Recovering.class,
                        c.data(),
                        one -> one.recovered(arguments.bytes(c.signature(), "pSignature")));
        };
    }
}
