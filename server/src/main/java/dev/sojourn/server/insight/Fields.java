package dev.sojourn.server.insight;

import dev.sojourn.kernel.spec.NearName;
import dev.sojourn.kernel.spec.Problems;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The fields of one JSON object of a spec, read with every fault noted under its path. A value
/// that could not be read comes back as its default, so that reading goes on and finds the other
/// faults. For one thread.
final class Fields {

  private static final Pattern WEEKS = Pattern.compile("P(\\d{1,9})W");
  private static final Pattern CALENDAR = Pattern.compile("-?P[^T]*\\d[YM].*");

  private final ObjectNode node;
  private final String path;
  private final Problems problems;

  Fields(ObjectNode node, String path, Problems problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
  }

  /// The path of a field of this object.
  String at(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  Problems problems() {
    return problems;
  }

  /// Notes every field that is not among the allowed ones.
  ///
  /// @return whether there was none
  boolean allow(List<String> allowed) {
    boolean all = true;
    for (String field : node.propertyNames()) {
      if (!allowed.contains(field)) {
        all = false;
        problems.add(
            at(field),
            "there is no such field here; allowed: "
                + String.join(", ", allowed)
                + "."
                + NearName.hint(field, allowed));
      }
    }
    return all;
  }

  /// The value of a field; null when it is absent or JSON null.
  @Nullable JsonNode value(String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value;
  }

  /// The value of a mandatory field; null, noted, when there is none.
  @Nullable JsonNode mandatory(String field, String example) {
    JsonNode value = value(field);
    if (value == null) {
      problems.add(at(field), "is missing; it looks like " + example + ".");
    }
    return value;
  }

  /// One of a few words.
  String oneOf(String field, List<String> allowed, String whenAbsent) {
    JsonNode value = value(field);
    if (value == null) {
      return whenAbsent;
    }
    if (value.isString() && allowed.contains(value.stringValue())) {
      return value.stringValue();
    }
    String given = value.isString() ? value.stringValue() : value.toString();
    problems.add(
        at(field),
        "'"
            + given
            + "' is not one of: "
            + String.join(", ", allowed)
            + "."
            + NearName.hint(given, allowed));
    return whenAbsent;
  }

  /// A whole number of at least 1.
  int positive(String field, int whenAbsent) {
    JsonNode value = value(field);
    if (value == null) {
      return whenAbsent;
    }
    if (value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 1) {
      return value.intValue();
    }
    problems.add(
        at(field),
        JsonForm.kind(value) + " is not a whole number from 1 to " + Integer.MAX_VALUE + ".");
    return whenAbsent;
  }

  /// An ISO-8601 duration that is not negative.
  boolean flag(String field, boolean whenAbsent) {
    JsonNode value = value(field);
    if (value == null) {
      return whenAbsent;
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    problems.add(at(field), "must be true or false, but it is " + JsonForm.kind(value) + ".");
    return whenAbsent;
  }

  @Nullable Duration duration(String field, @Nullable Duration whenAbsent) {
    JsonNode value = value(field);
    if (value == null) {
      return whenAbsent;
    }
    String remedy = "; write an ISO-8601 duration such as PT30M, PT1H or P7D.";
    if (!value.isString()) {
      problems.add(at(field), JsonForm.kind(value) + " is not a duration" + remedy);
      return whenAbsent;
    }
    String text = value.stringValue();
    Matcher weeks = WEEKS.matcher(text);
    if (weeks.matches()) {
      return Duration.ofDays(7L * Integer.parseInt(weeks.group(1)));
    }
    if (CALENDAR.matcher(text).matches()) {
      problems.add(
          at(field),
          "'" + text + "' counts months or years, whose length varies; count days, as in P30D.");
      return whenAbsent;
    }
    try {
      Duration duration = Duration.parse(text);
      if (!duration.isNegative()) {
        return duration;
      }
      problems.add(at(field), "'" + text + "' is negative" + remedy);
    } catch (DateTimeParseException e) {
      problems.add(at(field), "'" + text + "' is not a duration" + remedy);
    }
    return whenAbsent;
  }

  /// The entries of a list that must not be empty, each given to a reader with its path.
  void each(JsonNode list, String listPath, BiConsumer<JsonNode, String> reader) {
    if (!list.isArray()) {
      problems.add(listPath, "must be a list, but it is " + JsonForm.kind(list) + ".");
    } else if (list.isEmpty()) {
      problems.add(listPath, "is empty; it needs at least one entry.");
    } else {
      for (int i = 0; i < list.size(); i++) {
        reader.accept(list.get(i), listPath + "[" + i + "]");
      }
    }
  }

  /// A list of names that must not be empty.
  List<String> names(JsonNode list, String listPath) {
    List<String> names = new ArrayList<>();
    each(
        list,
        listPath,
        (entry, at) -> {
          String name = name(entry, at);
          if (name != null) {
            names.add(name);
          }
        });
    return names;
  }

  /// A name: a text that is not empty; null, noted, when it is something else.
  @Nullable String name(JsonNode value, String at) {
    if (value.isString() && !value.stringValue().isEmpty()) {
      return value.stringValue();
    }
    problems.add(
        at,
        value.isString()
            ? "is an empty text; write an event name."
            : "must be an event name, but it is " + JsonForm.kind(value) + ".");
    return null;
  }

  /// The fields of an object inside this one; null, noted, when it is something else.
  @Nullable Fields inside(JsonNode value, String at) {
    if (value instanceof ObjectNode object) {
      return new Fields(object, at, problems);
    }
    problems.add(at, "must be an object, but it is " + JsonForm.kind(value) + ".");
    return null;
  }

  /// Each field of this object in its order.
  Iterable<Map.Entry<String, JsonNode>> entries() {
    return node.properties();
  }

  boolean isEmpty() {
    return node.isEmpty();
  }
}
