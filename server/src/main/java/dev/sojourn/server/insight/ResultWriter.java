package dev.sojourn.server.insight;

import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.Distribution;
import dev.sojourn.kernel.result.Elapsed;
import dev.sojourn.kernel.result.Rate;
import dev.sojourn.kernel.spec.PathOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes results in their JSON form. Thread-safe.
public final class ResultWriter {

  private ResultWriter() {}

  /// The JSON form of a result, beginning with what was asked.
  ///
  /// @param dataThrough the time of the latest event; null when no event has one
  /// @param took how long the answer took
  public static ObjectNode write(
      Question question, AnalysisResult result, @Nullable Instant dataThrough, Duration took) {
    ObjectNode json = JsonForm.object();
    json.put("analysis", question.spec().analysis());
    json.set("spec", question.resolved());
    json.put("unit", "customer");
    json.put("units", result.population().units());
    json.put("events", result.population().events());
    json.set("dataThrough", JsonForm.instant(dataThrough));
    json.put("exactness", "exact");
    json.put("tookMillis", took.toMillis());
    switch (result) {
      case AnalysisResult.Summary summary -> summary(summary, json);
      case AnalysisResult.Funnel funnel -> funnel(funnel, question, json);
      case AnalysisResult.Flow flow -> flow(flow, question, json);
      case AnalysisResult.Variants variants -> variants(variants, json);
      case AnalysisResult.Paths paths -> paths(paths, json);
      case AnalysisResult.Sessions sessions -> {
        json.put("sessions", sessions.sessions());
        json.set("lengthEvents", counts(sessions.lengthEvents()));
        json.set("durationSeconds", seconds(sessions.durationSeconds()));
      }
      case AnalysisResult.Dwell dwell -> dwell(dwell, json);
      case AnalysisResult.Alignment alignment -> alignment(alignment, json);
    }
    return json;
  }

  private static void summary(AnalysisResult.Summary summary, ObjectNode json) {
    json.put("touchpoints", summary.touchpoints());
    json.put("variants", summary.variants());
    json.set("firstTime", JsonForm.instant(summary.firstTime()));
    json.set("lastTime", JsonForm.instant(summary.lastTime()));
    json.set("journeyLength", counts(summary.journeyLength()));
    json.set("durationSeconds", seconds(summary.durationSeconds()));
  }

  private static void funnel(AnalysisResult.Funnel funnel, Question question, ObjectNode json) {
    JsonNode asGiven = question.resolved().get("steps");
    ArrayNode steps = json.putArray("steps");
    for (AnalysisResult.FunnelStep step : funnel.steps()) {
      ObjectNode entry = steps.addObject();
      entry.put("step", step.step());
      entry.set("touchpoint", asGiven.get(step.step() - 1));
      entry.put("reached", step.reached());
      entry.put("inProgress", step.inProgress());
      entry.put("dropped", step.dropped());
      entry.set("rateFromStart", rate(step.rateFromStart()));
      entry.set("rateFromPrevious", rate(step.rateFromPrevious()));
      entry.set("elapsedSeconds", elapsed(step.elapsedSeconds()));
    }
  }

  private static void flow(AnalysisResult.Flow flow, Question question, ObjectNode json) {
    boolean byUnits = question.resolved().path("measure").asString("").equals("units");
    List<AnalysisResult.Edge> sorted =
        byUnits
            ? flow.edges().stream()
                .sorted(Comparator.comparingLong(AnalysisResult.Edge::units).reversed())
                .toList()
            : flow.edges();
    ArrayNode edges = json.putArray("edges");
    for (AnalysisResult.Edge edge : sorted) {
      ObjectNode entry = edges.addObject();
      entry.put("from", edge.from());
      entry.put("to", edge.to());
      entry.put("occurrences", edge.occurrences());
      entry.put("units", edge.units());
      entry.set("elapsedSeconds", elapsed(edge.elapsedSeconds()));
    }
    ends(flow.starts(), json.putArray("starts"));
    ends(flow.ends(), json.putArray("ends"));
  }

  private static void ends(List<AnalysisResult.End> ends, ArrayNode into) {
    for (AnalysisResult.End end : ends) {
      into.addObject().put("touchpoint", end.touchpoint()).put("units", end.units());
    }
  }

  private static void variants(AnalysisResult.Variants variants, ObjectNode json) {
    ArrayNode list = json.putArray("variants");
    for (AnalysisResult.Variant variant : variants.variants()) {
      ObjectNode entry = list.addObject();
      ArrayNode path = entry.putArray("path");
      variant.path().forEach(path::add);
      entry.put("units", variant.units());
      entry.set("share", rate(variant.share()));
    }
    json.put("distinct", variants.distinct());
    json.putObject("other")
        .put("variants", variants.otherVariants())
        .put("units", variants.otherUnits());
  }

  private static void paths(AnalysisResult.Paths paths, ObjectNode json) {
    json.put("paths", paths.units());
    ArrayNode nodes = json.putArray("nodes");
    for (AnalysisResult.PathNode node : paths.nodes()) {
      ObjectNode entry = nodes.addObject();
      entry.put("step", node.step());
      entry.put("touchpoint", node.touchpoint());
      entry.put("touchpoints", node.touchpoints());
      entry.put("units", node.units());
      node.ended().forEach((outcome, units) -> entry.put(outcome(outcome), units));
    }
    ArrayNode links = json.putArray("links");
    for (AnalysisResult.PathLink link : paths.links()) {
      links
          .addObject()
          .put("step", link.step())
          .put("from", link.from())
          .put("to", link.to())
          .put("units", link.units());
    }
    ArrayNode top = json.putArray("top");
    for (AnalysisResult.WholePath one : paths.top()) {
      ObjectNode entry = top.addObject();
      ArrayNode path = entry.putArray("path");
      one.path().forEach(path::add);
      entry.put("outcome", outcome(one.outcome()));
      entry.put("units", one.units());
      entry.set("share", rate(one.share()));
    }
    json.put("distinct", paths.distinct());
    json.put("otherUnits", paths.otherUnits());
  }

  private static String outcome(PathOutcome outcome) {
    return switch (outcome) {
      case ARRIVED -> "arrived";
      case CONTINUES -> "continues";
      case IN_PROGRESS -> "inProgress";
      case DROPPED -> "dropped";
    };
  }

  private static void dwell(AnalysisResult.Dwell dwell, ObjectNode json) {
    ArrayNode stages = json.putArray("stages");
    for (AnalysisResult.StageDwell stage : dwell.stages()) {
      ObjectNode entry = stages.addObject();
      entry.put("stage", stage.stage());
      entry.put("entries", stage.entries());
      ObjectNode seconds = entry.putObject("dwellSeconds");
      seconds.set("median", JsonForm.decimal(stage.median()));
      seconds.set("p90", JsonForm.decimal(stage.p90()));
      entry.put("open", stage.open());
      entry.put("forward", stage.forward());
      entry.put("backward", stage.backward());
      entry.put("lost", stage.lost());
    }
  }

  /// Adds what an alignment found to an object, field by field.
  public static void alignment(AnalysisResult.Alignment alignment, ObjectNode json) {
    ObjectNode fitness = json.putObject("fitness");
    fitness.set("mean", JsonForm.decimal(alignment.fitnessMean()));
    fitness.set("log", JsonForm.decimal(alignment.fitnessLog()));
    json.set("fits", rate(alignment.fits()));
    json.set("complete", rate(alignment.complete()));
    json.put("totalCost", alignment.totalCost());
    ArrayNode skipped = json.putArray("skipped");
    for (AnalysisResult.Skipped one : alignment.skipped()) {
      skipped.addObject().put("touchpoint", one.touchpoint()).put("units", one.units());
    }
    ArrayNode unexpected = json.putArray("unexpected");
    for (AnalysisResult.Unexpected one : alignment.unexpected()) {
      unexpected
          .addObject()
          .put("touchpoint", one.touchpoint())
          .put("units", one.units())
          .put("occurrences", one.occurrences());
    }
    ArrayNode deviations = json.putArray("deviations");
    for (AnalysisResult.Deviation one : alignment.deviations()) {
      ObjectNode entry = deviations.addObject();
      entry.put("kind", kind(one.kind()));
      entry.put("touchpoint", one.touchpoint());
      entry.put("units", one.units());
      entry.put("occurrences", one.occurrences());
      entry.set("share", rate(one.share()));
    }
    ObjectNode coverage = json.putObject("coverage");
    coverage.set("events", rate(alignment.coverage().events()));
    coverage.set("touchpoints", rate(alignment.coverage().touchpoints()));
    coverage.set("arrows", rate(alignment.coverage().arrows()));
    ArrayNode matched = coverage.putArray("matched");
    for (AnalysisResult.Matched one : alignment.coverage().matched()) {
      matched
          .addObject()
          .put("touchpoint", one.touchpoint())
          .put("units", one.units())
          .put("occurrences", one.occurrences());
    }
  }

  private static String kind(AnalysisResult.DeviationKind kind) {
    return switch (kind) {
      case SKIPPED -> "skipped";
      case UNEXPECTED -> "unexpected";
      case OUT_OF_ORDER -> "outOfOrder";
      case REPEATED -> "repeated";
      case TOO_SELDOM -> "tooSeldom";
    };
  }

  /// The JSON form of a rate; null for null.
  public static JsonNode rate(@Nullable Rate rate) {
    if (rate == null) {
      return JsonForm.object().nullNode();
    }
    ObjectNode json = JsonForm.object();
    json.put("n", rate.n());
    json.put("d", rate.d());
    json.set("value", orNull(rate.value()));
    json.set("low", orNull(rate.low()));
    json.set("high", orNull(rate.high()));
    return json;
  }

  private static JsonNode orNull(OptionalDouble value) {
    return JsonForm.decimal(value.isPresent() ? value.getAsDouble() : null);
  }

  private static JsonNode elapsed(@Nullable Elapsed elapsed) {
    ObjectNode json = JsonForm.object();
    json.set("median", JsonForm.decimal(elapsed == null ? null : elapsed.median()));
    json.set("p90", JsonForm.decimal(elapsed == null ? null : elapsed.p90()));
    json.set("mean", JsonForm.decimal(elapsed == null ? null : elapsed.mean()));
    return json;
  }

  /// A distribution of counts: its ends are whole.
  private static JsonNode counts(@Nullable Distribution of) {
    ObjectNode json = seconds(of);
    if (of != null) {
      json.put("min", (long) of.min());
      json.put("max", (long) of.max());
    }
    return json;
  }

  private static ObjectNode seconds(@Nullable Distribution of) {
    ObjectNode json = JsonForm.object();
    json.set("min", JsonForm.decimal(of == null ? null : of.min()));
    json.set("median", JsonForm.decimal(of == null ? null : of.median()));
    json.set("mean", JsonForm.decimal(of == null ? null : of.mean()));
    json.set("max", JsonForm.decimal(of == null ? null : of.max()));
    return json;
  }
}
