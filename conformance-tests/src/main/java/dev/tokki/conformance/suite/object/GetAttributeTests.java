package dev.tokki.conformance.suite.object;

import static dev.tokki.api.AttributeQuery.length;
import static dev.tokki.api.AttributeQuery.value;
import static dev.tokki.api.Function.GET_ATTRIBUTE_VALUE;
import static dev.tokki.api.constant.Ck.UNAVAILABLE_INFORMATION;
import static dev.tokki.api.constant.Ckr.ARGUMENTS_BAD;
import static dev.tokki.api.constant.Ckr.ATTRIBUTE_SENSITIVE;
import static dev.tokki.api.constant.Ckr.ATTRIBUTE_TYPE_INVALID;
import static dev.tokki.api.constant.Ckr.BUFFER_TOO_SMALL;
import static dev.tokki.api.constant.Ckr.OBJECT_HANDLE_INVALID;

import dev.tokki.api.AttributeReply;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Value;
import dev.tokki.api.call.Objects.GetAttributeValue;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Names;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Item;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;
import java.util.List;

/// Reading attributes: C's convention of lengths, and what is not revealed; section 5.7.5.
@Chapter(id = "attribute", title = "Attributes", section = "4")
public record GetAttributeTests(Bench bench) implements Suite {
    private static final String LABEL = "eleven byte";
    private static final long NO_ATTRIBUTE_OF_DATA = Cka.MODULUS;

    @Requirement(
            id = "attribute.get.length",
            functions = GET_ATTRIBUTE_VALUE,
            section = "5.7.5",
            rule = "With NULL_PTR for the value the exact length is told")
    void tellsTheLength() {
        AttributeReply reply = data().reading(length(Cka.LABEL)).value().get(0);
        check("ulValueLen", 11L, reply.length());
    }

    @Requirement(
            id = "attribute.get.exact",
            functions = GET_ATTRIBUTE_VALUE,
            section = "5.7.5",
            rule = "With room for just the value, the value and its length are given")
    void fillsRoomThatFits() {
        AttributeReply reply = data().reading(value(Cka.LABEL, 11)).value().get(0);
        check("value", Value.of(LABEL), reply.value());
        check("ulValueLen", 11L, reply.length());
    }

    @Requirement(
            id = "attribute.get.larger",
            functions = GET_ATTRIBUTE_VALUE,
            section = "5.7.5",
            rule = "With more room than is needed, the length told is that of the value")
    void tellsTheLengthInLargerRoom() {
        AttributeReply reply = data().reading(value(Cka.LABEL, 200)).value().get(0);
        check("value", Value.of(LABEL), reply.value());
        check("ulValueLen", 11L, reply.length());
    }

    @Requirement(
            id = "attribute.get.too-small",
            functions = GET_ATTRIBUTE_VALUE,
            section = "5.7.5",
            rule = "With too little room the length becomes CK_UNAVAILABLE_INFORMATION")
    void refusesRoomTooSmall() {
        AttributeReply reply = data().reading(value(Cka.LABEL, 10))
                .returns(BUFFER_TOO_SMALL)
                .outputs()
                .get(0);
        checkUnavailable(reply);
    }

    @Requirement(
            id = "attribute.get.empty",
            functions = GET_ATTRIBUTE_VALUE,
            section = "5.7.5",
            rule = "An empty value has length 0, asked for or read")
    void emptyValuesHaveNoLength() {
        Item data = userSession().item(Samples.data(LABEL).with(Cka.VALUE, new byte[0]));
        check(
                "length asked for",
                0L,
                data.reading(length(Cka.VALUE)).value().get(0).length());
        check(
                "length read",
                0L,
                data.reading(value(Cka.VALUE, 10)).value().get(0).length());
    }

    @Requirement(
            id = "attribute.get.several",
            functions = GET_ATTRIBUTE_VALUE,
            section = "5.7.5",
            rule = "Several attributes are read by one call, in the order asked for")
    void readsSeveral() {
        List<AttributeReply> replies = data().reading(
                        value(Cka.LABEL, 11), value(Cka.TOKEN, 1), length(Cka.LABEL), value(Cka.CLASS, 8))
                .value();
        check("CKA_LABEL", Value.of(LABEL), replies.get(0).value());
        check("CKA_TOKEN", Value.of(false), replies.get(1).value());
        check("length of CKA_LABEL", 11L, replies.get(2).length());
        check("CKA_CLASS", Value.of(Cko.DATA), replies.get(3).value());
    }

    @Requirement(
            id = "attribute.get.not-possessed",
            functions = GET_ATTRIBUTE_VALUE,
            section = "5.7.5",
            rule = "An attribute that the object does not have is unavailable; the others are read all the same")
    void whatTheObjectLacks() {
        List<AttributeReply> replies = data().reading(value(NO_ATTRIBUTE_OF_DATA, 300), value(Cka.LABEL, 11))
                .returns(ATTRIBUTE_TYPE_INVALID)
                .outputs();
        checkUnavailable(replies.get(0));
        check("CKA_LABEL", Value.of(LABEL), replies.get(1).value());
    }

    @Requirement(
            id = "attribute.get.sensitive",
            functions = GET_ATTRIBUTE_VALUE,
            section = {"5.7.5", "4.2"},
            rule = "The value of a sensitive key is not revealed, the others are read all the same")
    void sensitiveValues() {
        checkHidden(Samples.aes().with(Cka.SENSITIVE, true).with(Cka.EXTRACTABLE, true));
    }

    @Requirement(
            id = "attribute.get.unextractable",
            functions = GET_ATTRIBUTE_VALUE,
            section = {"5.7.5", "4.2"},
            rule = "The value of an unextractable key is not revealed, the others are read all the same")
    void unextractableValues() {
        checkHidden(Samples.aes().with(Cka.SENSITIVE, false).with(Cka.EXTRACTABLE, false));
    }

    @Requirement(
            id = "attribute.get.sensitive-length",
            functions = GET_ATTRIBUTE_VALUE,
            section = "5.7.5",
            rule = "Not even the length of a sensitive value is told")
    void sensitiveLengths() {
        Item key = userSession().item(Samples.aes().with(Cka.SENSITIVE, true));
        AttributeReply reply = key.reading(length(Cka.VALUE))
                .returns(ATTRIBUTE_SENSITIVE)
                .outputs()
                .get(0);
        checkUnavailable(reply);
    }

    @Requirement(
            id = "attribute.get.rsa-private",
            functions = GET_ATTRIBUTE_VALUE,
            section = {"6.1.3", "4.2"},
            rule = "Of a sensitive RSA private key modulus and public exponent are told, and no other number")
    void numbersOfASensitiveRsaKey() {
        Item key = userSession().item(Samples.rsaPrivate().with(Cka.SENSITIVE, true));
        List<Long> secrets = List.of(
                Cka.PRIVATE_EXPONENT, Cka.PRIME_1, Cka.PRIME_2, Cka.EXPONENT_1, Cka.EXPONENT_2, Cka.COEFFICIENT);
        each(
                secrets,
                type -> checkUnavailable(
                        key.reading(type).returns(ATTRIBUTE_SENSITIVE).outputs().get(0)));
        key.has(Cka.MODULUS, Samples.value("rsa.modulus"));
        key.has(Cka.PUBLIC_EXPONENT, Samples.value("rsa.public-exponent"));
    }

    @Requirement(
            id = "attribute.get.ec-private",
            functions = GET_ATTRIBUTE_VALUE,
            section = {"6.3.4", "4.2"},
            rule = "Of a sensitive EC private key the curve is told and the value is not")
    void valueOfASensitiveEcKey() {
        Item key = userSession().item(Samples.ecPrivate().with(Cka.SENSITIVE, true));
        checkUnavailable(
                key.reading(Cka.VALUE).returns(ATTRIBUTE_SENSITIVE).outputs().get(0));
        key.has(Cka.EC_PARAMS, Samples.p256());
    }

    @Requirement(
            id = "attribute.get.all-cases",
            functions = GET_ATTRIBUTE_VALUE,
            section = "5.7.5",
            rule = "With a sensitive, a missing and a too long attribute in one call, all others are read")
    void everyCaseAtOnce() {
        Item key = userSession().item(Samples.aes().with(Cka.SENSITIVE, true).with(Cka.LABEL, LABEL));
        List<AttributeReply> replies = key.reading(
                        value(Cka.VALUE, 100),
                        value(Cka.MODULUS, 300),
                        value(Cka.LABEL, 3),
                        value(Cka.VALUE_LEN, 8),
                        length(Cka.LABEL))
                .returns(ATTRIBUTE_SENSITIVE, ATTRIBUTE_TYPE_INVALID, BUFFER_TOO_SMALL)
                .outputs();
        each(replies.subList(0, 3), this::checkUnavailable);
        check("CKA_VALUE_LEN", Value.of(16), replies.get(3).value());
        check("length of CKA_LABEL", 11L, replies.get(4).length());
    }

    @Requirement(
            id = "attribute.get.null-template",
            functions = GET_ATTRIBUTE_VALUE,
            section = "5.1.6",
            rule = "NULL_PTR with a count is no template")
    void nullIsNoTemplate() {
        Session session = userSession();
        long data = session.create(Samples.data(LABEL));
        expect(new GetAttributeValue(session.handle(), data, QueryTemplate.nullOf(1)))
                .returns(ARGUMENTS_BAD);
    }

    @Requirement(
            id = "attribute.get.no-object",
            functions = GET_ATTRIBUTE_VALUE,
            section = {"5.7.5", "5.1.6"},
            rule = "Where there is no object there is nothing to read")
    void needsAnObject() {
        Session session = userSession();
        session.item(0).reading(Cka.LABEL).returns(OBJECT_HANDLE_INVALID);
        session.item(0x7FFF_FFF0L).reading(Cka.LABEL).returns(OBJECT_HANDLE_INVALID);
    }

    @Requirement(
            id = "attribute.get.other-session",
            functions = GET_ATTRIBUTE_VALUE,
            section = {"5.7.5", "3.4.1"},
            rule = "A handle is good in every session of the application")
    void handlesAreTheApplications() {
        data().in(readOnlySession()).has(Cka.LABEL, LABEL);
    }

    private Item data() {
        return userSession().item(Samples.data(LABEL));
    }

    private void checkHidden(Draft draft) {
        Item key = userSession().item(draft.with(Cka.LABEL, LABEL));
        List<AttributeReply> replies = key.reading(value(Cka.VALUE, 100), value(Cka.LABEL, 11))
                .returns(ATTRIBUTE_SENSITIVE)
                .outputs();
        checkUnavailable(replies.get(0));
        check("CKA_LABEL", Value.of(LABEL), replies.get(1).value());
    }

    private void checkUnavailable(AttributeReply reply) {
        String name = Names.CKA.of(reply.type());
        check("ulValueLen of " + name, UNAVAILABLE_INFORMATION, reply.length());
        check("value of " + name, null, reply.value());
    }
}
