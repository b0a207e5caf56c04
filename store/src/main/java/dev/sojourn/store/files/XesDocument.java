package dev.sojourn.store.files;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.event.PropertyColumn.Kind;
import dev.sojourn.store.files.bytes.Utf8Input;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Walks an XES document once and hands out its events in document order. Nothing is guessed:
/// classifiers and defaults (`global`) are passed over. No document type, no entities beyond the
/// five of XML. For one thread.
final class XesDocument {

  /// The trace's identity as an attribute of its events.
  static final String CUSTOMER = XesEvent.TRACE + "concept:name";

  private static final String IDENTITY = XesEvent.TRACE + "identity:id";
  private static final int MAX_DEPTH = 32;

  // A trace that names itself only after so many events is called by its ordinal.
  private static final int MAX_WAITING = 50_000;

  private final BoundedStretch in;
  private final XMLStreamReader xml;
  private final Deque<XesEvent> ready = new ArrayDeque<>();
  private final List<List<XesEvent.Attribute>> waiting = new ArrayList<>();
  private List<XesEvent.Attribute> trace = new ArrayList<>();
  private boolean inTrace;
  private boolean named;
  private long traces;
  private boolean cutShort;
  private boolean ended;

  /// @throws RefusedException when this is not an XES document
  XesDocument(Utf8Input text) throws IOException {
    in = new BoundedStretch(text);
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    try {
      xml =
          text.isVerbatim()
              ? factory.createXMLStreamReader(in)
              : factory.createXMLStreamReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      toRoot();
    } catch (XMLStreamException broken) {
      throw new RefusedException("", "the XML is damaged before its first event: " + where(broken));
    }
  }

  private void toRoot() throws XMLStreamException {
    while (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
      refuseDoctype();
      xml.next();
    }
    if (!xml.getLocalName().equals("log")) {
      throw new RefusedException(
          "", "the file is XML but not XES: its root is '" + xml.getLocalName() + "', not 'log'");
    }
  }

  private void refuseDoctype() {
    if (xml.getEventType() == XMLStreamConstants.DTD) {
      throw new RefusedException(
          "", "the XML has a document type (DOCTYPE), which is not read; remove it");
    }
  }

  private static String where(XMLStreamException broken) {
    return broken.getLocation() == null
        ? "it does not go on as XML"
        : "line " + Math.max(1, broken.getLocation().getLineNumber()) + " does not go on as XML";
  }

  /// The next event, or null at the end.
  @Nullable XesEvent next() throws IOException {
    while (ready.isEmpty() && !ended) {
      try {
        advance();
      } catch (XMLStreamException broken) {
        Throwable cause = broken.getNestedException();
        if (cause instanceof IOException io && !(io instanceof CharConversionException)) {
          throw io;
        }
        cutShort = true;
        ended = true;
        release();
      }
    }
    return ready.poll();
  }

  /// Whether the document is damaged or broke off; what stood before was handed out.
  boolean cutShort() {
    return cutShort;
  }

  private void advance() throws XMLStreamException {
    if (!xml.hasNext()) {
      ended = true;
      return;
    }
    switch (xml.next()) {
      case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
      case XMLStreamConstants.END_ELEMENT -> {
        if (xml.getLocalName().equals("trace")) {
          release();
          inTrace = false;
        }
      }
      case XMLStreamConstants.END_DOCUMENT -> ended = true;
      default -> refuseDoctype();
    }
  }

  private void start(String element) throws XMLStreamException {
    switch (element) {
      case "trace" -> {
        in.restart();
        inTrace = true;
        named = false;
        traces++;
        trace = new ArrayList<>();
      }
      case "event" -> event();
      case "extension", "global", "classifier" -> skip();
      case "object-types", "event-types", "objects" ->
          throw new RefusedException(
              "",
              "the file is OCEL, which is not supported; supported are CSV, JSON Lines,"
                  + " Parquet and XES");
      default -> {
        if (inTrace) {
          attribute("", XesEvent.TRACE, trace, 0);
          named = named || trace.stream().anyMatch(a -> a.key().equals(CUSTOMER));
        } else {
          skip();
        }
      }
    }
  }

  private void event() throws XMLStreamException {
    List<XesEvent.Attribute> event = new ArrayList<>();
    int next = xml.next();
    while (next != XMLStreamConstants.END_ELEMENT) {
      if (next == XMLStreamConstants.START_ELEMENT) {
        attribute("", "", event, 0);
      }
      next = xml.next();
    }
    if (!inTrace) {
      traces++;
      trace = new ArrayList<>();
      named = false;
    }
    waiting.add(event);
    if (named || waiting.size() == MAX_WAITING || !inTrace) {
      release();
      in.restart();
    }
  }

  /// Reads the attribute at hand with those in it, to its end.
  private void attribute(String outer, String prefix, List<XesEvent.Attribute> into, int depth)
      throws XMLStreamException {
    String key = xml.getAttributeValue(null, "key");
    String value = xml.getAttributeValue(null, "value");
    String path = outer + (key == null ? "" : key);
    if (key != null && value != null) {
      into.add(
          new XesEvent.Attribute(prefix + path, kind(xml.getLocalName(), value), value(value)));
    }
    // The element `values` of a list has no key and adds nothing to the path.
    String inner = key == null ? outer : path + "/";
    int next = xml.next();
    while (next != XMLStreamConstants.END_ELEMENT) {
      if (next == XMLStreamConstants.START_ELEMENT) {
        if (depth == MAX_DEPTH) {
          skip();
        } else {
          attribute(inner, prefix, into, depth + 1);
        }
      }
      next = xml.next();
    }
  }

  private String value(String value) {
    return xml.getLocalName().equals("boolean") ? value.toLowerCase(Locale.ROOT) : value;
  }

  private static Kind kind(String type, String value) {
    return switch (type) {
      case "int", "float" -> JsonNumbers.isOne(value) ? Kind.NUMBER : Kind.TEXT;
      case "boolean" ->
          value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")
              ? Kind.BOOLEAN
              : Kind.TEXT;
      default -> Kind.TEXT;
    };
  }

  private void skip() throws XMLStreamException {
    int open = 1;
    while (open > 0) {
      in.restart();
      int next = xml.next();
      if (next == XMLStreamConstants.START_ELEMENT) {
        open++;
      } else if (next == XMLStreamConstants.END_ELEMENT) {
        open--;
      }
    }
  }

  /// Hands out the events that waited for the name of their trace.
  private void release() {
    if (waiting.isEmpty()) {
      return;
    }
    if (!named) {
      String identity =
          trace.stream()
              .filter(a -> a.key().equals(IDENTITY))
              .map(XesEvent.Attribute::value)
              .findFirst()
              .orElse(Long.toString(traces));
      trace.add(new XesEvent.Attribute(CUSTOMER, Kind.TEXT, identity));
      named = true;
    }
    List<XesEvent.Attribute> attributes = List.copyOf(trace);
    waiting.forEach(event -> ready.add(new XesEvent(attributes, event)));
    waiting.clear();
  }
}
