package dev.sojourn.map.operation;

import dev.sojourn.kernel.spec.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Operations as JSON.
public final class OperationJson {

  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "set", List.of("op", "element", "field", "value"),
          "insert", List.of("op", "list", "value", "before"),
          "move", List.of("op", "element", "before"),
          "delete", List.of("op", "element"));

  private OperationJson() {}

  /// Reads an operation.
  ///
  /// @param path where it stands, for problems
  /// @return empty when there is a problem, which is noted
  public static Optional<Operation> read(JsonNode json, String path, Problems problems) {
    String op = json.path("op").isString() ? json.path("op").stringValue() : "";
    List<String> fields = FIELDS.get(op);
    if (fields == null) {
      problems.add(path + ".op", "is not one of: set, insert, move, delete");
      return Optional.empty();
    }
    int before = problems.found().size();
    json.properties()
        .forEach(entry -> {
          if (!fields.contains(entry.getKey())) {
            problems.add(
                path + "." + shown(entry.getKey()),
                "there is no such field; those of '" + op + "' are: " + String.join(", ", fields));
          }
        });
    Operation operation =
        switch (op) {
          case "set" ->
              new Operation.Set(
                  text(json, "element", path, problems),
                  text(json, "field", path, problems),
                  json.get("value"));
          case "insert" ->
              new Operation.Insert(
                  text(json, "list", path, problems),
                  object(json, path, problems),
                  textOrNull(json, path, problems));
          case "move" ->
              new Operation.Move(
                  text(json, "element", path, problems), textOrNull(json, path, problems));
          default -> new Operation.Delete(text(json, "element", path, problems));
        };
    return problems.found().size() == before ? Optional.of(operation) : Optional.empty();
  }

  /// Writes an operation; what is null is left out.
  public static ObjectNode write(Operation operation) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    switch (operation) {
      case Operation.Set set -> {
        json.put("op", "set").put("element", set.element()).put("field", set.field());
        if (set.value() != null) {
          json.set("value", set.value());
        }
      }
      case Operation.Insert insert -> {
        json.put("op", "insert").put("list", insert.list()).set("value", insert.value());
        before(json, insert.before());
      }
      case Operation.Move move -> {
        json.put("op", "move").put("element", move.element());
        before(json, move.before());
      }
      case Operation.Delete delete -> json.put("op", "delete").put("element", delete.element());
    }
    return json;
  }

  private static void before(ObjectNode json, @Nullable String before) {
    if (before != null) {
      json.put("before", before);
    }
  }

  private static String text(JsonNode json, String field, String path, Problems problems) {
    JsonNode value = json.path(field);
    if (value.isString()) {
      return value.stringValue();
    }
    problems.add(path + "." + field, "is not a text; give one");
    return "";
  }

  private static @Nullable String textOrNull(JsonNode json, String path, Problems problems) {
    JsonNode value = json.path("before");
    return value.isMissingNode() || value.isNull() ? null : text(json, "before", path, problems);
  }

  private static ObjectNode object(JsonNode json, String path, Problems problems) {
    if (json.path("value") instanceof ObjectNode value) {
      return value;
    }
    problems.add(path + ".value", "is not an object; give the new element");
    return JsonNodeFactory.instance.objectNode();
  }

  private static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 59) + "…";
  }
}
