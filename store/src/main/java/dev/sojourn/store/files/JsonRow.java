package dev.sojourn.store.files;

import dev.sojourn.store.event.PropertyColumn.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// One JSON object cut into its members: their names, kinds and texts. An object or array within
/// stays as it is written. Reused from line to line.
final class JsonRow {

  private static final int MAX_DEPTH = 200;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(CsvScanner.MAX_ROW_BYTES)
                  .maxNameLength(CsvScanner.MAX_ROW_BYTES)
                  .maxNumberLength(1_000)
                  .build())
          .build();

  private final List<String> names = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();
  private final List<@Nullable String> texts = new ArrayList<>();
  private String fault = "";

  /// Reads a line; false when it is not one JSON object, then [#fault()] says why.
  boolean read(byte[] b, int from, int to) {
    names.clear();
    kinds.clear();
    texts.clear();
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), b, from, to - from)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        fault = "the line is not a JSON object; write one object a line";
        return false;
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        member(json, name, b, from);
      }
      if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
        fault = "something follows the JSON object; write one object a line";
        return false;
      }
      return true;
    } catch (JacksonException broken) {
      long column = broken.getLocation() == null ? 0 : broken.getLocation().getColumnNr();
      fault =
          "the line is not complete JSON"
              + (column > 0 ? " from character " + column + " on" : "")
              + "; mend it";
      return false;
    }
  }

  private void member(JsonParser json, String name, byte[] b, int from) {
    switch (json.currentToken()) {
      case VALUE_STRING -> add(name, Kind.TEXT, json.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> add(name, Kind.NUMBER, json.getString());
      case VALUE_TRUE -> add(name, Kind.BOOLEAN, "true");
      case VALUE_FALSE -> add(name, Kind.BOOLEAN, "false");
      case START_OBJECT, START_ARRAY -> {
        int start = from + (int) json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        int end = from + (int) json.currentLocation().getByteOffset();
        add(name, Kind.JSON, new String(b, start, end - start, StandardCharsets.UTF_8));
      }
      default -> add(name, Kind.TEXT, null);
    }
  }

  private void add(String name, Kind kind, @Nullable String text) {
    names.add(name);
    kinds.add(kind);
    texts.add(text);
  }

  /// Why the last line could not be read, a sentence.
  String fault() {
    return fault;
  }

  int size() {
    return names.size();
  }

  String name(int member) {
    return names.get(member);
  }

  Kind kind(int member) {
    return kinds.get(member);
  }

  /// Null where the member is.
  @Nullable String text(int member) {
    return texts.get(member);
  }
}
