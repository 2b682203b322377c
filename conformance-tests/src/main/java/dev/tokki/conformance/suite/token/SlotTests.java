package dev.tokki.conformance.suite.token;

import static dev.tokki.api.Function.CANCEL_FUNCTION;
import static dev.tokki.api.Function.GET_FUNCTION_STATUS;
import static dev.tokki.api.Function.GET_SLOT_INFO;
import static dev.tokki.api.Function.GET_SLOT_LIST;
import static dev.tokki.api.Function.WAIT_FOR_SLOT_EVENT;
import static dev.tokki.api.constant.Ckr.ARGUMENTS_BAD;
import static dev.tokki.api.constant.Ckr.BUFFER_TOO_SMALL;
import static dev.tokki.api.constant.Ckr.FUNCTION_NOT_PARALLEL;
import static dev.tokki.api.constant.Ckr.NO_EVENT;
import static dev.tokki.api.constant.Ckr.SLOT_ID_INVALID;

import dev.tokki.api.Buffer;
import dev.tokki.api.Out;
import dev.tokki.api.SlotInfo;
import dev.tokki.api.ULongs;
import dev.tokki.api.call.Parallel.CancelFunction;
import dev.tokki.api.call.Parallel.GetFunctionStatus;
import dev.tokki.api.call.SlotsAndTokens.GetSlotInfo;
import dev.tokki.api.call.SlotsAndTokens.GetSlotList;
import dev.tokki.api.call.SlotsAndTokens.WaitForSlotEvent;
import dev.tokki.api.constant.Ckf;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Suite;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;

/// The list of slots, their information and events; sections 5.5.1, 5.5.2, 5.5.4. Legacy functions of section 5.20.
@Chapter(id = "slot", title = "Slots", section = "5.5")
public record SlotTests(Bench bench) implements Suite {
    @Requirement(
            id = "slot.list.query",
            functions = GET_SLOT_LIST,
            section = "5.5.1",
            rule = "Asked for the number of slots, {0}, and for the slots, the module tells the same number")
    void listIsAsLongAsTold(Presence presence) {
        token();
        long count = expect(presence.list(Buffer.query())).value().count();
        ULongs list = expect(presence.list(Buffer.of(count))).value();
        check("number with the list", count, list.count());
        check("entries", count, list.stream().count());
    }

    @Requirement(
            id = "slot.list.larger",
            functions = GET_SLOT_LIST,
            section = "5.5.1",
            rule = "With more room than is needed, the number told is that of the slots, {0}")
    void listInALargerBuffer(Presence presence) {
        token();
        long count = expect(presence.list(Buffer.query())).value().count();
        check(
                "number",
                count,
                expect(presence.list(Buffer.of(count + 10))).value().count());
    }

    @Requirement(
            id = "slot.list.too-small",
            functions = GET_SLOT_LIST,
            section = "5.5.1",
            rule = "A buffer too small for the slots, {0}, is refused, and the number told all the same")
    void listInABufferTooSmall(Presence presence) {
        token();
        long count = expect(presence.list(Buffer.query())).value().count();
        ULongs list = expect(presence.list(Buffer.of(count - 1)))
                .returns(BUFFER_TOO_SMALL)
                .outputs();
        check("number", count, list.count());
    }

    @Requirement(
            id = "slot.list.no-length",
            functions = GET_SLOT_LIST,
            section = {"5.5.1", "5.1.6"},
            rule = "NULL_PTR is no place for the number of slots")
    void listNeedsACount() {
        token();
        expect(new GetSlotList(false, Buffer.noLength())).returns(ARGUMENTS_BAD);
    }

    @Requirement(
            id = "slot.list.distinct",
            functions = GET_SLOT_LIST,
            section = {"5.5.1", "3.2.1"},
            rule = "A slot is identified by its number: no number is listed twice")
    void numbersAreDistinct() {
        token();
        List<Long> slots = bench().slots(false);
        check("distinct numbers", slots.size(), new HashSet<>(slots).size());
    }

    @Requirement(
            id = "slot.list.with-token",
            functions = {GET_SLOT_LIST, GET_SLOT_INFO},
            section = {"5.5.1", "3.2.2"},
            rule = "The slots listed as having a token are those of all slots that have CKF_TOKEN_PRESENT")
    void slotsWithTokensAreThoseThatSaySo() {
        token();
        List<Long> saySo = bench().slots(false).stream()
                .filter(slot -> (expect(new GetSlotInfo(slot)).value().flags() & Ckf.TOKEN_PRESENT) != 0)
                .sorted()
                .toList();
        check("slots with a token", saySo, bench().slots(true).stream().sorted().toList());
    }

    @Requirement(
            id = "slot.info.listed",
            functions = GET_SLOT_INFO,
            section = {"5.5.1", "5.5.2"},
            rule = "Every slot listed can be asked for its information")
    void everySlotListedHasInformation() {
        token();
        each(bench().slots(false), slot -> expect(new GetSlotInfo(slot)).succeeds());
    }

    @Requirement(
            id = "slot.info.fixed-device",
            functions = GET_SLOT_INFO,
            section = "3.2.2",
            rule = "A slot without CKF_REMOVABLE_DEVICE always has a token in it")
    void fixedDevicesArePresent() {
        token();
        each(bench().slots(false), slot -> {
            long flags = expect(new GetSlotInfo(slot)).value().flags();
            boolean present = (flags & Ckf.TOKEN_PRESENT) != 0;
            check("slot " + slot, "present or removable", present || (flags & Ckf.REMOVABLE_DEVICE) != 0, "neither");
        });
    }

    @Requirement(
            id = "slot.info.flags",
            functions = GET_SLOT_INFO,
            section = "3.2.2",
            rule = "A slot has no other flags than the three that are defined")
    void slotsHaveDefinedFlagsOnly() {
        long defined = Ckf.TOKEN_PRESENT | Ckf.REMOVABLE_DEVICE | Ckf.HW_SLOT;
        SlotInfo info = expect(new GetSlotInfo(token().slot())).value();
        check("other flags", 0L, info.flags() & ~defined);
    }

    @Requirement(
            id = "slot.info.null-pointer",
            functions = GET_SLOT_INFO,
            section = {"5.5.2", "5.1.6"},
            rule = "NULL_PTR is no place for the information")
    void infoNeedsAPlace() {
        expect(new GetSlotInfo(token().slot(), Out.nullPointer())).returns(ARGUMENTS_BAD);
    }

    @Requirement(
            id = "slot.invalid",
            functions = GET_SLOT_INFO,
            section = "5.1.6",
            rule = "{0} refuses a number that is no slot's")
    void noSuchSlot(OfSlot function) {
        token();
        List<Long> slots = bench().slots(false);
        long unused = LongStream.iterate(0x7FFF_FFF0L, slot -> slot - 1)
                .filter(slot -> !slots.contains(slot))
                .findFirst()
                .orElseThrow();
        expect(function.call(unused)).returns(SLOT_ID_INVALID);
    }

    @Requirement(
            id = "slot.event.none",
            functions = WAIT_FOR_SLOT_EVENT,
            section = "5.5.4",
            rule = "Right after C_Initialize no slot has an event; asked not to wait, the module says so")
    void noEvent() {
        token();
        expect(new WaitForSlotEvent(Ckf.DONT_BLOCK)).returns(NO_EVENT);
    }

    @Requirement(
            id = "slot.parallel.status",
            functions = GET_FUNCTION_STATUS,
            section = "5.20.1",
            rule = "C_GetFunctionStatus is a legacy: it always says that no function runs in parallel")
    void functionStatus() {
        expect(new GetFunctionStatus(session().handle())).returns(FUNCTION_NOT_PARALLEL);
    }

    @Requirement(
            id = "slot.parallel.cancel",
            functions = CANCEL_FUNCTION,
            section = "5.20.2",
            rule = "C_CancelFunction is a legacy: it always says that no function runs in parallel")
    void cancelFunction() {
        expect(new CancelFunction(session().handle())).returns(FUNCTION_NOT_PARALLEL);
    }
}
