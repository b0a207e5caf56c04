package dev.sojourn.server.insight;

import dev.sojourn.kernel.spec.PlanElement;
import dev.sojourn.kernel.spec.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the expected journey of an alignment: a text is a touchpoint, a list a sequence, and an
/// object with one field says how its content may occur.
final class PlanReader {

  private static final List<String> KINDS = List.of("optional", "repeatable", "anyOrder", "anyOf");

  private final Problems problems;

  PlanReader(Problems problems) {
    this.problems = problems;
  }

  /// The element at a path; null, noted, when there is none.
  @Nullable PlanElement read(JsonNode value, String at) {
    if (value.isString()) {
      if (!value.stringValue().isEmpty()) {
        return new PlanElement.Touchpoint(value.stringValue());
      }
      problems.add(at, "is an empty text; write the name of a touchpoint.");
      return null;
    }
    if (value.isArray()) {
      List<PlanElement> elements = elements(value, at);
      return elements.size() == 1 ? elements.getFirst() : new PlanElement.Sequence(elements);
    }
    if (value instanceof ObjectNode object && object.size() == 1) {
      Map.Entry<String, JsonNode> only = object.properties().iterator().next();
      return choice(only.getKey(), only.getValue(), at);
    }
    problems.add(
        at,
        "must be a touchpoint, a list, or an object with exactly one of: "
            + String.join(", ", KINDS)
            + "; it is "
            + (value.isObject()
                ? "an object with " + value.size() + " fields."
                : JsonForm.kind(value) + "."));
    return null;
  }

  private @Nullable PlanElement choice(String kind, JsonNode value, String at) {
    String path = at + "." + kind;
    return switch (kind) {
      case "optional" -> {
        PlanElement element = read(value, path);
        yield element == null ? null : new PlanElement.Optional(element);
      }
      case "repeatable" -> {
        PlanElement element = read(value, path);
        yield element == null ? null : new PlanElement.Repeatable(element);
      }
      case "anyOrder" -> {
        List<PlanElement> elements = elements(value, path);
        if (elements.size() > PlanElement.MAX_ANY_ORDER) {
          problems.add(
              path,
              elements.size()
                  + " elements in any order are too many; at most "
                  + PlanElement.MAX_ANY_ORDER
                  + ".");
        }
        yield new PlanElement.AnyOrder(elements);
      }
      case "anyOf" -> new PlanElement.AnyOf(elements(value, path));
      default -> {
        problems.notOneOf(at, kind, KINDS);
        yield null;
      }
    };
  }

  private List<PlanElement> elements(JsonNode value, String at) {
    List<PlanElement> elements = new ArrayList<>();
    if (!value.isArray()) {
      problems.add(at, "must be a list, but it is " + JsonForm.kind(value) + ".");
    } else if (value.isEmpty()) {
      problems.add(at, "is empty; it needs at least one touchpoint.");
    } else {
      for (int i = 0; i < value.size(); i++) {
        PlanElement element = read(value.get(i), at + "[" + i + "]");
        if (element != null) {
          elements.add(element);
        }
      }
    }
    return elements;
  }
}
