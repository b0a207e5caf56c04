package dev.sojourn.server.insight;

import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.NearName;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.PlanElement;
import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.kernel.spec.Spec;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads specs from their JSON form. Thread-safe.
public final class SpecReader {

  /// The analyses that can be asked.
  public static final List<String> AVAILABLE =
      List.of("summary", "funnel", "flow", "variants", "paths", "sessions", "dwell", "alignment");

  private static final List<String> LATER =
      List.of("retention", "attribution", "drivers", "painPoints");

  private final MapPlan mapPlan;

  /// The expected journey of an inline map.
  @FunctionalInterface
  public interface MapPlan {
    /// Compiles the JSON form of a map.
    ///
    /// @throws RefusedException with every fault of the map
    PlanElement of(ObjectNode map);
  }

  /// A reader.
  ///
  /// @param mapPlan compiles maps that stand in a spec
  public SpecReader(MapPlan mapPlan) {
    this.mapPlan = mapPlan;
  }

  /// Reads a spec.
  ///
  /// @throws RefusedException with every fault of it
  public Question read(ObjectNode json) {
    return readAsFarAsPossible(json).question();
  }

  /// Reads a spec and refuses nothing yet, for who has more to say about it.
  public Reading readAsFarAsPossible(ObjectNode json) {
    Problems problems = new Problems();
    Fields fields = new Fields(json, "", problems);
    String analysis = analysis(fields);
    ObjectNode resolved = JsonForm.object();
    resolved.put("analysis", analysis);
    ZoneId zone = ScopeReader.zone(fields);
    EventFilter filter = ScopeReader.filter(fields);
    Period during = ScopeReader.during(fields, zone);
    Spec spec =
        switch (analysis) {
          case "summary" -> {
            allow(fields);
            yield new Spec.Summary(filter, during);
          }
          case "funnel" -> funnel(fields, resolved, filter, during);
          case "flow" -> flow(fields, resolved, filter, during);
          case "variants" -> variants(fields, resolved, filter, during);
          case "paths" -> paths(fields, resolved, filter, during);
          case "sessions" -> sessions(fields, resolved, filter, during);
          case "dwell" -> dwell(fields, resolved, filter, during);
          case "alignment" -> alignment(fields, resolved, filter, during);
          // Not an analysis, which is noted; what every question has can still be looked at.
          default -> new Spec.Summary(filter, during);
        };
    scope(fields, resolved, zone);
    return new Reading(spec, resolved, problems.found());
  }

  private static String analysis(Fields fields) {
    JsonNode value = fields.mandatory("analysis", "\"summary\"");
    if (value == null) {
      return "";
    }
    String given = value.isString() ? value.stringValue() : value.toString();
    if (!AVAILABLE.contains(given)) {
      fields
          .problems()
          .add(
              "analysis",
              LATER.contains(given)
                  ? "'"
                      + given
                      + "' is not available yet; available: "
                      + String.join(", ", AVAILABLE)
                  : "'"
                      + given
                      + "' is not one of: "
                      + String.join(", ", AVAILABLE)
                      + "."
                      + NearName.hint(given, AVAILABLE));
    }
    return given;
  }

  private static void allow(Fields fields, String... own) {
    fields.allow(
        Stream.of(Stream.of("analysis"), Stream.of(own), ScopeReader.FIELDS.stream())
            .flatMap(part -> part)
            .toList());
  }

  private static void scope(Fields fields, ObjectNode resolved, ZoneId zone) {
    resolved.put("unit", fields.oneOf("unit", List.of("customer"), "customer"));
    if (fields.value("breakdown") != null) {
      fields.problems().add("breakdown", "breakdowns are not available yet; leave the field out.");
    }
    for (String field : List.of("filter", "during")) {
      JsonNode value = fields.value(field);
      if (value == null) {
        resolved.putNull(field);
      } else {
        resolved.set(field, value);
      }
    }
    resolved.putNull("breakdown");
    resolved.put("timeZone", zone.getId().equals("Z") ? "UTC" : zone.getId());
  }

  private static Spec funnel(
      Fields fields, ObjectNode resolved, EventFilter filter, Period during) {
    allow(fields, "steps", "order", "window");
    List<List<String>> steps = new ArrayList<>();
    JsonNode list = fields.mandatory("steps", "[\"catalog\", {\"anyOf\": [\"cart\", \"basket\"]}]");
    if (list != null) {
      fields.each(list, "steps", (step, at) -> steps.add(step(fields, step, at)));
      resolved.set("steps", list);
    }
    resolved.put("order", fields.oneOf("order", List.of("ordered"), "ordered"));
    Duration window = fields.duration("window", null);
    duration(resolved, "window", window);
    return new Spec.Funnel(steps, window, filter, during);
  }

  /// The touchpoints of a step; none, noted, when it cannot be read, so that the steps after it
  /// keep their places.
  private static List<String> step(Fields fields, JsonNode step, String at) {
    Fields choice = step.isObject() ? fields.inside(step, at) : null;
    if (choice != null) {
      choice.allow(List.of("anyOf"));
      JsonNode anyOf = choice.mandatory("anyOf", "[\"product1\", \"product2\"]");
      return anyOf == null ? List.of() : choice.names(anyOf, choice.at("anyOf"));
    }
    if (step.isString()) {
      String name = fields.name(step, at);
      return name == null ? List.of() : List.of(name);
    }
    fields
        .problems()
        .add(
            at,
            "must be an event name or {\"anyOf\": [names]}, but it is "
                + JsonForm.kind(step)
                + ".");
    return List.of();
  }

  private static Spec flow(Fields fields, ObjectNode resolved, EventFilter filter, Period during) {
    allow(fields, "measure");
    resolved.put(
        "measure", fields.oneOf("measure", List.of("occurrences", "units"), "occurrences"));
    return new Spec.Flow(filter, during);
  }

  private static Spec variants(
      Fields fields, ObjectNode resolved, EventFilter filter, Period during) {
    allow(fields, "top");
    int top = fields.positive("top", Spec.Variants.DEFAULT_TOP);
    resolved.put("top", top);
    return new Spec.Variants(top, filter, during);
  }

  private static Spec paths(Fields fields, ObjectNode resolved, EventFilter filter, Period during) {
    allow(fields, "start", "end", "maxSteps", "rowsPerStep", "collapseRepeats", "timeout", "top");
    List<String> start = anchor(fields, "start", resolved);
    List<String> end = anchor(fields, "end", resolved);
    int maxSteps = fields.positive("maxSteps", Spec.Paths.DEFAULT_STEPS);
    int rows = fields.positive("rowsPerStep", Spec.Paths.DEFAULT_ROWS);
    int top = fields.positive("top", Spec.Paths.DEFAULT_TOP);
    boolean collapse = fields.flag("collapseRepeats", true);
    Duration timeout = fields.duration("timeout", null);
    resolved.put("maxSteps", maxSteps);
    resolved.put("rowsPerStep", rows);
    resolved.put("top", top);
    resolved.put("collapseRepeats", collapse);
    duration(resolved, "timeout", timeout);
    return new Spec.Paths(start, end, collapse, maxSteps, rows, timeout, top, filter, during);
  }

  private static List<String> anchor(Fields fields, String field, ObjectNode resolved) {
    JsonNode value = fields.value(field);
    if (value == null) {
      resolved.putNull(field);
      return List.of();
    }
    resolved.set(field, value);
    return step(fields, value, field);
  }

  private static Spec sessions(
      Fields fields, ObjectNode resolved, EventFilter filter, Period during) {
    allow(fields, "timeout");
    Duration timeout = fields.duration("timeout", Spec.Sessions.DEFAULT_TIMEOUT);
    duration(resolved, "timeout", timeout);
    return new Spec.Sessions(
        Objects.requireNonNullElse(timeout, Spec.Sessions.DEFAULT_TIMEOUT), filter, during);
  }

  private static Spec dwell(Fields fields, ObjectNode resolved, EventFilter filter, Period during) {
    allow(fields, "stages");
    String example = "{\"Consider\": [\"catalog\"], \"Buy\": [\"cart\", \"payment\"]}";
    JsonNode value = fields.mandatory("stages", example);
    Fields given = value == null ? null : fields.inside(value, "stages");
    if (given == null || value == null) {
      return new Spec.Dwell(Map.of(), filter, during);
    }
    resolved.set("stages", value);
    if (given.isEmpty()) {
      fields.problems().add("stages", "is empty; it looks like " + example + ".");
    }
    Map<String, List<String>> stages = new LinkedHashMap<>();
    Map<String, String> stageOf = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> stage : given.entries()) {
      List<String> names = fields.names(stage.getValue(), given.at(stage.getKey()));
      stages.put(stage.getKey(), names.stream().distinct().toList());
      for (String name : names) {
        String other = stageOf.putIfAbsent(name, stage.getKey());
        if (other != null && !other.equals(stage.getKey())) {
          fields
              .problems()
              .add(
                  given.at(stage.getKey()),
                  "'" + name + "' is in the stage '" + other + "' already; it can be in one only.");
        }
      }
    }
    return new Spec.Dwell(stages, filter, during);
  }

  private Spec alignment(Fields fields, ObjectNode resolved, EventFilter filter, Period during) {
    allow(fields, "plan", "map", "unmatched", "unfinished");
    JsonNode plan = fields.value("plan");
    JsonNode map = fields.value("map");
    PlanElement expected = null;
    if ((plan == null) == (map == null)) {
      fields
          .problems()
          .add(
              "plan",
              "an alignment needs exactly one of: plan (a list of touchpoints), map (a map).");
    } else if (plan != null) {
      resolved.set("plan", plan);
      if (plan.isArray()) {
        expected = new PlanReader(fields.problems()).read(plan, "plan");
      } else {
        fields.problems().add("plan", "must be a list, but it is " + JsonForm.kind(plan) + ".");
      }
    } else if (map != null) {
      resolved.set("map", map);
      expected = planOfMap(fields, map);
    }
    String unmatched = fields.oneOf("unmatched", List.of("unexpected", "outOfScope"), "unexpected");
    String unfinished = fields.oneOf("unfinished", List.of("complete", "prefix"), "complete");
    resolved.put("unmatched", unmatched);
    resolved.put("unfinished", unfinished);
    return expected == null
        ? new Spec.Summary(filter, during)
        : new Spec.Alignment(
            expected,
            unmatched.equals("unexpected")
                ? Spec.Unmatched.UNEXPECTED
                : Spec.Unmatched.OUT_OF_SCOPE,
            unfinished.equals("complete") ? Spec.Unfinished.COMPLETE : Spec.Unfinished.PREFIX,
            filter,
            during);
  }

  private @Nullable PlanElement planOfMap(Fields fields, JsonNode map) {
    if (map instanceof ObjectNode object) {
      try {
        return mapPlan.of(object);
      } catch (RefusedException e) {
        e.problems()
            .forEach(problem ->
                fields
                    .problems()
                    .add(
                        problem.field().isEmpty() ? "map" : "map." + problem.field(),
                        problem.message()));
        return null;
      }
    }
    fields
        .problems()
        .add("map", "must be a map, which is an object, but it is " + JsonForm.kind(map) + ".");
    return null;
  }

  private static void duration(ObjectNode resolved, String field, @Nullable Duration value) {
    if (value == null) {
      resolved.putNull(field);
    } else {
      resolved.put(field, value.toString());
    }
  }
}
