package dev.sojourn.server.insight;

import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.NearName;
import dev.sojourn.kernel.spec.Period;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what every question has: which events it sees, which period it asks about, in which time
/// zone dates are meant.
final class ScopeReader {

  /// The fields that every question has.
  static final List<String> FIELDS = List.of("unit", "filter", "during", "breakdown", "timeZone");

  private ScopeReader() {}

  static ZoneId zone(Fields spec) {
    JsonNode value = spec.value("timeZone");
    if (value == null) {
      return ZoneOffset.UTC;
    }
    if (!value.isString()) {
      spec.problems()
          .add(
              spec.at("timeZone"),
              "must be a time zone such as Europe/Berlin, but it is " + JsonForm.kind(value) + ".");
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(value.stringValue());
    } catch (DateTimeException e) {
      spec.problems()
          .add(
              spec.at("timeZone"),
              "'"
                  + value.stringValue()
                  + "' is not a time zone such as Europe/Berlin or UTC."
                  + NearName.hint(value.stringValue(), ZoneId.getAvailableZoneIds()));
      return ZoneOffset.UTC;
    }
  }

  static Period during(Fields spec, ZoneId zone) {
    JsonNode value = spec.value("during");
    if (value == null) {
      return Period.ALWAYS;
    }
    Fields during = spec.inside(value, spec.at("during"));
    if (during == null) {
      return Period.ALWAYS;
    }
    during.allow(List.of("from", "to"));
    Instant from = moment(during, "from", zone);
    Instant to = moment(during, "to", zone);
    if (from != null && to != null && !from.isBefore(to)) {
      during
          .problems()
          .add(
              spec.at("during"),
              "ends at " + to + ", which is not after its start at " + from + "; it is half-open.");
      return Period.ALWAYS;
    }
    return new Period(from, to);
  }

  private static @Nullable Instant moment(Fields during, String field, ZoneId zone) {
    JsonNode value = during.value(field);
    if (value == null) {
      return null;
    }
    String text = value.isString() ? value.stringValue() : value.toString();
    try {
      if (value.isString()) {
        if (text.length() == 10) {
          return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        return hasOffset(text)
            ? OffsetDateTime.parse(text).toInstant()
            : LocalDateTime.parse(text).atZone(zone).toInstant();
      }
    } catch (DateTimeParseException e) {
      return notAMoment(during, field, text);
    }
    return notAMoment(during, field, text);
  }

  private static boolean hasOffset(String text) {
    int time = text.indexOf('T');
    return text.endsWith("Z")
        || (time > 0 && (text.indexOf('+', time) > 0 || text.indexOf('-', time) > 0));
  }

  private static @Nullable Instant notAMoment(Fields during, String field, String text) {
    during
        .problems()
        .add(
            during.at(field),
            "'"
                + text
                + "' is neither a date such as 2024-01-31 nor a time such as 2024-01-31T12:00:00Z.");
    return null;
  }

  static EventFilter filter(Fields spec) {
    JsonNode value = spec.value("filter");
    if (value == null) {
      return EventFilter.ALL;
    }
    Fields filter = spec.inside(value, spec.at("filter"));
    if (filter == null) {
      return EventFilter.ALL;
    }
    filter.allow(List.of("events", "customers"));
    if (filter.value("customers") != null) {
      filter
          .problems()
          .add(
              filter.at("customers"),
              "filters of customers are not available yet; available: events.");
    }
    JsonNode events = filter.value("events");
    return events == null ? EventFilter.ALL : events(filter, events);
  }

  private static EventFilter events(Fields filter, JsonNode value) {
    Fields events = filter.inside(value, filter.at("events"));
    if (events == null) {
      return EventFilter.ALL;
    }
    events.allow(List.of("name", "properties"));
    List<String> names = List.of();
    JsonNode name = events.value("name");
    if (name != null) {
      names = values(events, name, events.at("name"));
    }
    Map<String, List<String>> properties = new TreeMap<>();
    JsonNode conditions = events.value("properties");
    Fields each = conditions == null ? null : events.inside(conditions, events.at("properties"));
    if (each != null) {
      for (Map.Entry<String, JsonNode> property : each.entries()) {
        properties.put(
            property.getKey(), values(each, property.getValue(), each.at(property.getKey())));
      }
    }
    return new EventFilter(names, properties);
  }

  /// The values of a condition `{"eq": v}` or `{"in": [v, …]}`.
  private static List<String> values(Fields around, JsonNode value, String at) {
    List<String> values = new ArrayList<>();
    Fields condition = around.inside(value, at);
    if (condition == null || !condition.allow(List.of("in", "eq"))) {
      return values;
    }
    JsonNode in = condition.value("in");
    JsonNode eq = condition.value("eq");
    if ((in == null) == (eq == null)) {
      condition.problems().add(at, "needs exactly one of: in, eq.");
      return values;
    }
    if (in != null) {
      condition.each(in, condition.at("in"), (entry, path) -> text(around, entry, path, values));
    } else if (eq != null) {
      text(around, eq, condition.at("eq"), values);
    }
    return values;
  }

  private static void text(Fields around, JsonNode value, String at, List<String> into) {
    if (value.isValueNode() && !value.isNull()) {
      into.add(value.isString() ? value.stringValue() : value.toString());
    } else {
      around
          .problems()
          .add(
              at,
              "must be a text, a number, true or false, but it is " + JsonForm.kind(value) + ".");
    }
  }
}
