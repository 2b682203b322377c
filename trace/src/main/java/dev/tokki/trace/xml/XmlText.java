package dev.tokki.trace.xml;

import dev.tokki.trace.json.MalformedTranscriptException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/// Elements as text and back.
final class XmlText {
    private XmlText() {}

    /// {@return the root of a document; document types and entities are refused}
    static Element read(String text) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader in = factory.createXMLStreamReader(new StringReader(text));
            Deque<Element> open = new ArrayDeque<>();
            open.push(Element.of(""));
            while (in.hasNext()) {
                int event = in.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    Element element = Element.of(in.getLocalName());
                    for (int i = 0; i < in.getAttributeCount(); i++) {
                        element.with(in.getAttributeLocalName(i), in.getAttributeValue(i));
                    }
                    open.element().with(element);
                    open.push(element);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    open.pop();
                }
            }
            return open.element().children().get(0);
        } catch (XMLStreamException e) {
            throw new MalformedTranscriptException("this is no XML: " + e.getMessage(), e);
        }
    }

    static String write(Element root) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            write(root, out, "");
            out.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML into memory", e);
        }
        return text.append('\n').toString();
    }

    private static void write(Element element, XMLStreamWriter out, String indent) throws XMLStreamException {
        out.writeCharacters(indent);
        if (element.children().isEmpty()) {
            out.writeEmptyElement(element.name());
            attributes(element.attributes(), out);
            return;
        }
        out.writeStartElement(element.name());
        attributes(element.attributes(), out);
        for (Element child : element.children()) {
            out.writeCharacters("\n");
            write(child, out, indent + "  ");
        }
        out.writeCharacters("\n" + indent);
        out.writeEndElement();
    }

    private static void attributes(Map<String, String> attributes, XMLStreamWriter out) throws XMLStreamException {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            out.writeAttribute(attribute.getKey(), attribute.getValue());
        }
    }
}
