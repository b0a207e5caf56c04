package dev.sojourn.map.json;

import dev.sojourn.kernel.spec.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a tree into records, noting every problem. Where a value is broken a stand-in takes its
/// place, so that what hangs together elsewhere can still be judged.
final class TreeReader {

  /// Stands where an identifier could not be read; references to it are not judged.
  static final UUID STAND_IN = new UUID(0, 0);

  private final Problems problems;

  TreeReader(Problems problems) {
    this.problems = problems;
  }

  /// Reads an object.
  Object record(JsonNode node, Shape.OfRecord shape, String path) {
    if (!node.isObject()) {
      wrong(path, node, "an object");
    }
    List<String> known = shape.fields().stream().map(Shape.Field::name).toList();
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        if (!known.contains(entry.getKey())) {
          problems.add(
              at(path, entry.getKey()),
              "there is no such field; the fields here are: " + String.join(", ", known));
        }
      }
    }
    @Nullable Object[] values = new @Nullable Object[shape.fields().size()];
    for (int i = 0; i < values.length; i++) {
      Shape.Field field = shape.fields().get(i);
      values[i] = field(node.isObject() ? node.get(field.name()) : null, field, path, node);
    }
    return shape.make(values);
  }

  private @Nullable Object field(
      @Nullable JsonNode value, Shape.Field field, String path, JsonNode owner) {
    String here = at(path, field.name());
    if (value != null && !value.isNull()) {
      return value(value, field.shape(), here);
    }
    if (field.optional()) {
      return null;
    }
    if (field.required() && owner.isObject()) {
      problems.add(here, "is missing; give " + wanted(field.shape()));
    } else if (value != null && owner.isObject()) {
      problems.add(here, "is null; give " + wanted(field.shape()) + " or leave it out");
    }
    return standIn(field.shape());
  }

  private Object value(JsonNode node, Shape shape, String path) {
    return switch (shape) {
      case Shape.OfRecord form -> record(node, form, path);
      case Shape.OfList form -> list(node, form, path);
      case Shape.OfEnum form -> constant(node, form, path);
      case Shape.OfText form -> text(node, form, path);
      case Shape.OfWhole form -> whole(node, form, path);
      case Shape.OfDecimal form -> decimal(node, form, path);
      case Shape.OfTruth form -> node.isBoolean() ? node.booleanValue() : wrong(path, node, form);
      case Shape.OfId form -> id(node, form, path);
      case Shape.OfInstant form -> {
        try {
          yield node.isString() ? Instant.parse(node.stringValue()) : wrong(path, node, form);
        } catch (DateTimeException e) {
          yield wrong(path, node, form);
        }
      }
      case Shape.OfDay form -> {
        try {
          yield node.isString() ? LocalDate.parse(node.stringValue()) : wrong(path, node, form);
        } catch (DateTimeException e) {
          yield wrong(path, node, form);
        }
      }
    };
  }

  private Object list(JsonNode node, Shape.OfList form, String path) {
    if (!node.isArray()) {
      return wrong(path, node, form);
    }
    if (node.size() > Shape.LONGEST_LIST) {
      problems.add(path, "has " + node.size() + " entries; at most " + Shape.LONGEST_LIST + " fit");
      return List.of();
    }
    List<Object> entries = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      entries.add(value(node.get(i), form.element(), path + "[" + i + "]"));
    }
    return entries;
  }

  private Object constant(JsonNode node, Shape.OfEnum form, String path) {
    if (!node.isString()) {
      return wrong(path, node, form);
    }
    for (Enum<?> constant : form.constants()) {
      if (constant.name().equals(node.stringValue())) {
        return constant;
      }
    }
    problems.notOneOf(path, shown(node.stringValue()), form.words());
    return standIn(form);
  }

  private Object text(JsonNode node, Shape.OfText form, String path) {
    if (!node.isString()) {
      return wrong(path, node, form);
    }
    String text = node.stringValue();
    if (text.length() < form.fewest() || text.length() > form.most()) {
      problems.add(
          path,
          "'"
              + shown(text)
              + "' has "
              + text.length()
              + " characters; "
              + form.fewest()
              + " to "
              + form.most()
              + " fit");
    }
    if (hasLoneSurrogate(text)) {
      problems.add(path, "has half of a character (a surrogate without its pair); remove it");
      return standIn(form);
    }
    return text;
  }

  private Object whole(JsonNode node, Shape.OfWhole form, String path) {
    if (!node.isIntegralNumber()) {
      return wrong(path, node, form);
    }
    if (!node.canConvertToLong()
        || node.longValue() < form.least()
        || node.longValue() > form.greatest()) {
      problems.add(
          path,
          shown(node.toString())
              + " is outside of "
              + CanonicalWriter.number(form.least())
              + " to "
              + CanonicalWriter.number(form.greatest()));
      return standIn(form);
    }
    if (form.isLong()) {
      return node.longValue();
    }
    return Math.toIntExact(node.longValue());
  }

  private Object decimal(JsonNode node, Shape.OfDecimal form, String path) {
    if (!node.isNumber()) {
      return wrong(path, node, form);
    }
    double value = node.doubleValue();
    if (!(value >= form.least() && value <= form.greatest())) {
      problems.add(
          path,
          shown(node.toString())
              + " is outside of "
              + CanonicalWriter.number(form.least())
              + " to "
              + CanonicalWriter.number(form.greatest()));
      return standIn(form);
    }
    return value + 0.0;
  }

  private Object id(JsonNode node, Shape.OfId form, String path) {
    if (node.isString() && node.stringValue().length() == 36) {
      try {
        UUID id = UUID.fromString(node.stringValue());
        if (id.toString().equals(node.stringValue().toLowerCase(Locale.ROOT))) {
          return id;
        }
      } catch (IllegalArgumentException e) {
        return wrong(path, node, form);
      }
    }
    return wrong(path, node, form);
  }

  private Object wrong(String path, JsonNode node, Shape form) {
    wrong(path, node, wanted(form));
    return standIn(form);
  }

  private void wrong(String path, JsonNode node, String wanted) {
    String found =
        switch (node.getNodeType()) {
          case OBJECT -> "an object";
          case ARRAY -> "a list";
          case NULL -> "null";
          case STRING, NUMBER, BOOLEAN, BINARY, MISSING, POJO -> shown(node.toString());
        };
    problems.add(path, found + " is not " + wanted);
  }

  private static String wanted(Shape shape) {
    return switch (shape) {
      case Shape.OfRecord form -> "an object with " + names(form);
      case Shape.OfList form -> "a list";
      case Shape.OfEnum form -> "one of: " + String.join(", ", form.words());
      case Shape.OfText form -> "a text";
      case Shape.OfWhole form -> "a whole number";
      case Shape.OfDecimal form -> "a number";
      case Shape.OfTruth form -> "true or false";
      case Shape.OfId form -> "a UUID such as 6f1c2a52-0d5e-4b7e-9a34-2f0f6d1f9b11";
      case Shape.OfInstant form -> "a time such as 2026-11-12T09:30:00Z";
      case Shape.OfDay form -> "a day such as 2026-11-12";
    };
  }

  private static String names(Shape.OfRecord form) {
    return String.join(
        ", ", form.fields().stream().filter(Shape.Field::required).map(Shape.Field::name).toList());
  }

  private static Object standIn(Shape shape) {
    return switch (shape) {
      case Shape.OfRecord form -> recordStandIn(form);
      case Shape.OfList form -> List.of();
      case Shape.OfEnum form -> form.constants().getFirst();
      case Shape.OfText form -> "";
      case Shape.OfWhole form -> wholeStandIn(form);
      case Shape.OfDecimal form -> 0.0;
      case Shape.OfTruth form -> false;
      case Shape.OfId form -> STAND_IN;
      case Shape.OfInstant form -> Instant.EPOCH;
      case Shape.OfDay form -> LocalDate.EPOCH;
    };
  }

  private static Object recordStandIn(Shape.OfRecord form) {
    @Nullable Object[] values = new @Nullable Object[form.fields().size()];
    for (int i = 0; i < values.length; i++) {
      Shape.Field field = form.fields().get(i);
      values[i] = field.optional() ? null : standIn(field.shape());
    }
    return form.make(values);
  }

  // A conditional expression would widen the int to a long.
  private static Object wholeStandIn(Shape.OfWhole form) {
    if (form.isLong()) {
      return 0L;
    }
    return 0;
  }

  private static String at(String path, String name) {
    return path.isEmpty() ? shown(name) : path + "." + shown(name);
  }

  private static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 59) + "…";
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
