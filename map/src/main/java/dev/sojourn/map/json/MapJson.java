package dev.sojourn.map.json;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.map.model.JourneyMap;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Journey maps as JSON. Stateless and thread-safe.
public final class MapJson {

  /// The most bytes of a document.
  public static final int MOST_BYTES = 32 << 20;

  /// The deepest nesting of a document; a map needs six levels.
  public static final int DEEPEST = 16;

  private static final JsonMapper TREES =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxDocumentLength(MOST_BYTES)
                          .maxStringLength(100_000)
                          .maxNumberLength(64)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  private static final Shape.OfRecord MAP = Shape.of(JourneyMap.class);

  private MapJson() {}

  /// Reads a map.
  ///
  /// @param json UTF-8
  /// @throws RefusedException with every problem of the document
  public static JourneyMap read(byte[] json) {
    if (json.length > MOST_BYTES) {
      throw new RefusedException(
          "", "the map has " + json.length + " bytes; at most " + MOST_BYTES + " are read");
    }
    try {
      return read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString());
    } catch (CharacterCodingException e) {
      throw new RefusedException("", "the map is not UTF-8 text; save it as UTF-8");
    }
  }

  /// Reads a map.
  ///
  /// @throws RefusedException with every problem of the document
  public static JourneyMap read(String json) {
    String text = json.startsWith("\uFEFF") ? json.substring(1) : json;
    try {
      return read(TREES.readTree(text));
    } catch (JacksonException e) {
      throw new RefusedException(
          "",
          "the map is not JSON that can be read: "
              + e.getOriginalMessage().lines().findFirst().orElse("unexpected end")
              + place(e));
    }
  }

  /// Reads a map that is part of a larger document.
  ///
  /// @throws RefusedException with every problem of the map
  public static JourneyMap read(JsonNode tree) {
    Problems problems = new Problems();
    if (tree.isMissingNode()) {
      throw new RefusedException("", "the map is empty; give a JSON object");
    }
    JourneyMap map = (JourneyMap) new TreeReader(problems).record(tree, MAP, "");
    new MapRules(map, problems).judge();
    problems.refuse();
    return map;
  }

  /// The canonical text of a map: equal maps have equal texts, and [#read] gives the map back.
  ///
  /// @throws RefusedException when the map breaks a rule of the format, because what is written
  ///   must be readable
  public static String write(JourneyMap map) {
    String text = CanonicalWriter.write(map, MAP);
    read(text);
    return text;
  }

  /// The canonical text of a map that [#read] gave, which is known to be readable.
  public static String text(JourneyMap map) {
    return CanonicalWriter.write(map, MAP);
  }

  /// The map as a tree of its own, in the form of the canonical text.
  public static ObjectNode tree(JourneyMap map) {
    return (ObjectNode) TREES.readTree(CanonicalWriter.write(map, MAP));
  }

  /// One element of a map as a tree, in the form of the canonical text.
  public static ObjectNode tree(Record element) {
    return (ObjectNode)
        TREES.readTree(CanonicalWriter.write(element, Shape.of(element.getClass())));
  }

  /// Reads one element of a map, such as a persona, judged by itself.
  ///
  /// @throws RefusedException with every problem of the element
  public static <T extends Record> T element(JsonNode tree, Class<T> type) {
    Problems problems = new Problems();
    Object element = new TreeReader(problems).record(tree, Shape.of(type), "");
    problems.refuse();
    return type.cast(element);
  }

  /// SHA-256, in hex, of the canonical text of what was authored: checks and reality do not change
  /// it.
  public static String contentHash(JourneyMap map) {
    String text = CanonicalWriter.write(map.authored(), MAP);
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new LinkageError("every Java has SHA-256", e);
    }
  }

  private static String place(JacksonException e) {
    return e.getLocation() == null || e.getLocation().getLineNr() < 1
        ? ""
        : " (line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ")";
  }
}
