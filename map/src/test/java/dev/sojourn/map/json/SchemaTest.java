package dev.sojourn.map.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.map.model.JourneyMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the published schema in step with the records.
class SchemaTest {

  /// Set to rewrite the schema, then look at what changed.
  private static final boolean REWRITE = Boolean.getBoolean("sojourn.golden.rewrite");

  private static final Path FILE =
      Path.of("src/main/resources/dev/sojourn/map/journey-map.schema.json");

  private final Map<String, Object> definitions = new LinkedHashMap<>();

  @Test
  void publishedSchemaIsThatOfTheRecords() throws IOException {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:sojourn:journey-map:" + JourneyMap.SCHEMA_VERSION);
    schema.put("title", "Sojourn journey map");
    schema.putAll(object(Shape.of(JourneyMap.class)));
    schema.put("$defs", definitions);
    DefaultIndenter two = new DefaultIndenter("  ", "\n");
    String text =
        JsonMapper.builder()
                .build()
                .writer()
                .with(new DefaultPrettyPrinter().withObjectIndenter(two).withArrayIndenter(two))
                .writeValueAsString(schema)
            + "\n";
    if (REWRITE) {
      Files.writeString(FILE, text, StandardCharsets.UTF_8);
    }
    assertEquals(
        Files.readString(FILE, StandardCharsets.UTF_8),
        text,
        "look at the change, then run with -Dsojourn.golden.rewrite=true");
  }

  private Map<String, Object> object(Shape.OfRecord form) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Shape.Field field : form.fields()) {
      Map<String, Object> property = of(field.shape());
      properties.put(
          field.name(),
          field.optional() ? Map.of("anyOf", List.of(property, Map.of("type", "null"))) : property);
      if (field.required()) {
        required.add(field.name());
      }
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("properties", properties);
    object.put("required", required);
    object.put("additionalProperties", false);
    return object;
  }

  private Map<String, Object> of(Shape shape) {
    return switch (shape) {
      case Shape.OfRecord form -> {
        String name = form.type().getSimpleName();
        if (!definitions.containsKey(name)) {
          definitions.put(name, Map.of());
          definitions.put(name, object(form));
        }
        yield Map.of("$ref", "#/$defs/" + name);
      }
      case Shape.OfList form ->
          ordered("type", "array", "items", of(form.element()), "maxItems", Shape.LONGEST_LIST);
      case Shape.OfEnum form -> ordered("enum", form.words());
      case Shape.OfText form ->
          ordered("type", "string", "minLength", form.fewest(), "maxLength", form.most());
      case Shape.OfWhole form ->
          ordered("type", "integer", "minimum", form.least(), "maximum", form.greatest());
      case Shape.OfDecimal form ->
          ordered("type", "number", "minimum", form.least(), "maximum", form.greatest());
      case Shape.OfTruth form -> ordered("type", "boolean");
      case Shape.OfId form -> ordered("type", "string", "format", "uuid");
      case Shape.OfInstant form -> ordered("type", "string", "format", "date-time");
      case Shape.OfDay form -> ordered("type", "string", "format", "date");
    };
  }

  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
