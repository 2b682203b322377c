package dev.tokki.trace.xml;

import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Transcript;

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
}
