package dev.tokki.trace.xml;

import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Retelling;
import dev.tokki.trace.Secrets;
import dev.tokki.trace.Transcript;
import dev.tokki.trace.json.MalformedTranscriptException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A transcript in the XML representation of the OASIS PKCS#11 profiles. It knows no times, no threads, no reasons;
/// what
/// is hidden becomes a variable.
public final class XmlTranscript {
    private XmlTranscript() {}

    /// {@return the document}
    public static String write(Transcript transcript) {
        Element root = Element.of("PKCS11");
        for (CallRecord record : transcript.calls()) {
            if (record.reply() != null) {
                root.with(CallWriter.call(record.call())).with(CallWriter.reply(record.call(), record.reply()));
            }
        }
        return XmlText.write(root);
    }

    /// {@return the transcript in a document; secrets that are variables are hidden}
    ///
    /// @param about what it is
    /// @throws MalformedTranscriptException if there is none
    public static Transcript read(String about, String xml) {
        Element root = XmlText.read(xml);
        if (!root.name().equals("PKCS11") || root.children().size() % 2 != 0) {
            throw new MalformedTranscriptException("<PKCS11> with pairs of calls and replies is expected");
        }
        CallReader reader = new CallReader(UnaryOperator.identity());
        List<CallRecord> calls = new ArrayList<>();
        try {
            for (int i = 0; i < root.children().size(); i += 2) {
                Call<?> call = reader.read(root.children().get(i));
                Reply<?> reply =
                        new ReplyReader(call, reader).read(root.children().get(i + 1));
                calls.add(new CallRecord(
                        calls.size() + 1L, "program", 0, Instant.EPOCH, -1, call, reply, null, Map.of()));
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedTranscriptException("call " + (calls.size() + 1) + ": " + e.getMessage(), e);
        }
        return Retelling.of(new Transcript(about, Secrets.HIDDEN, calls));
    }
}
