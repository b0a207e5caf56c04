package dev.sojourn.server.insight;

import dev.sojourn.kernel.spec.RefusedException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON as it comes in and goes out: read strictly, with numbers as they were written; written with
/// decimals unrounded and without exponents. Thread-safe.
public final class JsonForm {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private JsonForm() {}

  /// Reads one JSON object and nothing after it.
  ///
  /// @param what how to call the text in a sentence: "the spec"
  /// @throws RefusedException when the text is not one object, names a field twice or goes on after
  ///   it
  public static ObjectNode readObject(String what, byte[] utf8) {
    JsonNode node;
    try {
      node = MAPPER.readTree(utf8);
    } catch (JacksonException e) {
      throw new RefusedException("", what + " is not JSON: " + sentence(e));
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    String found = node.isMissingNode() ? "nothing" : kind(node);
    throw new RefusedException("", what + " must be a JSON object, but it is " + found);
  }

  /// An empty object to be filled.
  public static ObjectNode object() {
    return NODES.objectNode();
  }

  /// The JSON text of an object, on several lines, ending with a line break.
  public static String text(JsonNode node) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
  }

  /// The JSON text of an object on one line.
  public static String line(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  /// A decimal that prints its shortest exact form without an exponent; null for null.
  public static JsonNode decimal(@Nullable Double value) {
    return value == null
        ? NODES.nullNode()
        : NODES.numberNode(new BigDecimal(Double.toString(value)));
  }

  /// An instant in ISO-8601 ending in Z; null for null.
  public static JsonNode instant(@Nullable Instant value) {
    return value == null ? NODES.nullNode() : NODES.stringNode(value.toString());
  }

  /// What a value is, for a sentence: "a number".
  static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT, POJO -> "an object";
      case ARRAY -> "a list";
      case STRING, BINARY -> "a text";
      case NUMBER -> "the number " + node;
      case BOOLEAN -> node.toString();
      case NULL -> "null";
      case MISSING -> "missing";
    };
  }

  private static String sentence(JacksonException e) {
    String fact = fact(e);
    return e.getLocation() == null || e.getLocation().getLineNr() < 1
        ? fact
        : "line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ": "
            + fact;
  }

  private static String fact(JacksonException e) {
    String message = e.getOriginalMessage();
    if (e instanceof StreamConstraintsException && message.startsWith("Document nesting depth")) {
      return "it is nested more than "
          + StreamReadConstraints.DEFAULT_MAX_DEPTH
          + " levels deep; make it flatter";
    }
    if (e instanceof MismatchedInputException && message.startsWith("Trailing token")) {
      return "something follows the first JSON value; leave it out";
    }
    int cut = message.indexOf('\n');
    return cut < 0 ? message : message.substring(0, cut);
  }
}
