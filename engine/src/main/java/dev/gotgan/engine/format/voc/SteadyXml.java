package dev.gotgan.engine.format.voc;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/// The JDK's parser, whose every failure is one that it declares: for some characters in a document type it misses a
/// sentence of its own and throws a `MissingResourceException` instead.
final class SteadyXml extends StreamReaderDelegate {
    SteadyXml(XMLStreamReader parser) {
        super(parser);
    }

    @Override
    public int next() throws XMLStreamException {
        try {
            return super.next();
        } catch (RuntimeException e) {
            throw new XMLStreamException("Message: " + e.getMessage(), e);
        }
    }
}
