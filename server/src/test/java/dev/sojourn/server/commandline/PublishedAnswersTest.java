package dev.sojourn.server.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Real data through the real commands, against answers that others computed: integers exactly,
/// decimals to the rounding of the answer.
class PublishedAnswersTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void theShop() throws IOException {
    if (Commands.withoutReference()) {
      return;
    }
    ObjectNode imported =
        Commands.run(
                "import",
                Commands.data("simple_shop/simple-onlineshop.csv.gz"),
                "--data",
                folder.toString(),
                "--drop-event",
                "lost")
            .json();
    JsonNode oracle = Commands.oracle("02_simple_shop.json");
    assertEquals(35_381, imported.get("read").intValue());
    assertEquals(32_283, imported.get("stored").intValue());
    assertEquals(0, imported.get("rejected").intValue());
    assertEquals(3_751, imported.get("customers").intValue());
    assertEquals(12, imported.get("eventNames").intValue());
    assertTrue(imported.get("rejectedFile").isNull());
    log(oracle.get("log"));
    funnels(oracle.get("funnels"));
    sessions("PT30M", oracle.at("/sessions_30min/count"));
    ObjectNode sessions = Commands.answer(folder, "{\"analysis\":\"sessions\"}");
    near(oracle.at("/sessions_30min/events_per_session/mean"), sessions.at("/lengthEvents/mean"));
    near(oracle.at("/sessions_30min/seconds/mean"), sessions.at("/durationSeconds/mean"));
    near(oracle.at("/sessions_30min/seconds/median"), sessions.at("/durationSeconds/median"));
    near(oracle.at("/sessions_30min/seconds/max"), sessions.at("/durationSeconds/max"));
    for (Map.Entry<String, JsonNode> limit : oracle.get("sessions_other_limits").properties()) {
      sessions("PT" + limit.getKey().replace(" min", "M"), limit.getValue());
    }
    conformance(Commands.oracle("11_conformance_times.json").get("simple_shop_users"), "null");
  }

  @Test
  void theBank() throws IOException {
    if (Commands.withoutReference()) {
      return;
    }
    take("bpic2012/bpic2012.xes.gz");
    JsonNode oracle = Commands.oracle("01_logs_open.json").get("bpic2012");
    log(oracle.get("all_events_by_name"));
    funnels(oracle.at("/all_events_by_name/funnels"));
    ObjectNode completed =
        Commands.answer(
            folder,
            "{\"analysis\":\"summary\",\"filter\":{\"events\":{\"properties\":"
                + "{\"lifecycle:transition\":{\"eq\":\"COMPLETE\"}}}}}");
    JsonNode complete = oracle.get("complete_events_only");
    assertEquals(complete.get("events").intValue(), completed.get("events").intValue());
    assertEquals(complete.get("variants").intValue(), completed.get("variants").intValue());
    JsonNode conformance = Commands.oracle("11_conformance_times.json").get("bpic2012_A_events");
    ArrayNode names = Commands.JSON.createArrayNode();
    oracle.at("/A_events_only/activity_counts").propertyNames().forEach(names::add);
    conformance(conformance, "{\"events\":{\"name\":{\"in\":" + names + "}}}");
  }

  @Test
  void thePermitsFromXesAndFromCsvAlike() throws IOException {
    if (Commands.withoutReference()) {
      return;
    }
    take("receipt/08_receipt.xes.gz");
    JsonNode oracle = Commands.oracle("01_logs_open.json").at("/receipt/by_name");
    log(oracle);
    funnels(oracle.get("funnels"));
    conformance(Commands.oracle("11_conformance_times.json").get("receipt"), "null");
    Path other = folder.resolve("csv");
    Commands.run("import", Commands.data("receipt/receipt.csv.gz"), "--data", other.toString())
        .json();
    for (String spec :
        List.of(
            "{\"analysis\":\"summary\"}",
            "{\"analysis\":\"flow\"}",
            "{\"analysis\":\"variants\",\"top\":1000}",
            "{\"analysis\":\"sessions\",\"timeout\":\"P1D\"}")) {
      assertEquals(timeless(Commands.answer(folder, spec)), timeless(Commands.answer(other, spec)));
    }
  }

  @Test
  void theHospital() throws IOException {
    if (Commands.withoutReference()) {
      return;
    }
    take("sepsis/sepsis.csv.gz");
    JsonNode oracle = Commands.oracle("01_logs_open.json").at("/sepsis/by_name");
    log(oracle);
    funnels(oracle.get("funnels"));
    conformance(Commands.oracle("11_conformance_times.json").get("sepsis"), "null");
  }

  @Test
  void theSkillTestThatHasNoTimes() throws IOException {
    if (Commands.withoutReference()) {
      return;
    }
    ObjectNode imported =
        Commands.run(
                "import",
                Commands.data("greps_journeys/greps_journeys.csv"),
                "--data",
                folder.toString(),
                "--customer",
                "journey",
                "--event",
                "touchpoint",
                "--order",
                "position")
            .json();
    assertTrue(imported.get("firstTime").isNull());
    JsonNode oracle = Commands.oracle("01_logs_open.json").at("/greps/summary");
    log(oracle);
    funnels(oracle.get("funnels"));
    for (JsonNode edge : Commands.answer(folder, "{\"analysis\":\"flow\"}").get("edges")) {
      assertTrue(edge.at("/elapsedSeconds/median").isNull());
    }
    conformance(Commands.oracle("11_conformance_times.json").get("greps"), "null");
  }

  private void take(String file) {
    Commands.run("import", Commands.data(file), "--data", folder.toString()).json();
  }

  private static ObjectNode timeless(ObjectNode answer) {
    answer.remove("tookMillis");
    return answer;
  }

  private void log(JsonNode oracle) {
    ObjectNode summary = Commands.answer(folder, "{\"analysis\":\"summary\"}");
    assertEquals(oracle.get("cases").intValue(), summary.get("units").intValue());
    assertEquals(oracle.get("events").intValue(), summary.get("events").intValue());
    assertEquals(oracle.get("activities").intValue(), summary.get("touchpoints").intValue());
    assertEquals(oracle.get("variants").intValue(), summary.get("variants").intValue());
    near(oracle.at("/trace_length/median"), summary.at("/journeyLength/median"));
    near(oracle.at("/trace_length/mean"), summary.at("/journeyLength/mean"));
    near(oracle.at("/trace_length/max"), summary.at("/journeyLength/max"));
    JsonNode duration = oracle.get("case_duration_seconds");
    for (String field : List.of("min", "median", "mean", "max")) {
      if (duration == null) {
        assertTrue(summary.at("/durationSeconds/" + field).isNull());
      } else {
        near(duration.get(field), summary.at("/durationSeconds/" + field));
      }
    }
    flow(oracle);
    ObjectNode variants = Commands.answer(folder, "{\"analysis\":\"variants\",\"top\":10}");
    assertEquals(oracle.get("variants").intValue(), variants.get("distinct").intValue());
    long listed = 0;
    for (JsonNode variant : variants.get("variants")) {
      listed += variant.get("units").longValue();
    }
    assertEquals(oracle.get("cases_in_top10_variants").longValue(), listed);
    JsonNode top = oracle.get("top10_variants");
    for (int i = 0; i < top.size(); i++) {
      assertEquals(
          top.get(i).get(1).intValue(), variants.get("variants").get(i).get("units").intValue());
    }
    assertEquals(top.get(0).get(0), variants.at("/variants/0/path"));
  }

  private void flow(JsonNode oracle) {
    ObjectNode flow = Commands.answer(folder, "{\"analysis\":\"flow\"}");
    assertEquals(oracle.get("df_edges").intValue(), flow.get("edges").size());
    long total = 0;
    Map<List<String>, JsonNode> edges = new HashMap<>();
    for (JsonNode edge : flow.get("edges")) {
      total += edge.get("occurrences").longValue();
      edges.put(List.of(edge.get("from").stringValue(), edge.get("to").stringValue()), edge);
    }
    assertEquals(oracle.get("df_total").longValue(), total);
    for (JsonNode known : oracle.get("top20_df")) {
      JsonNode edge = edges.get(List.of(known.get(0).stringValue(), known.get(1).stringValue()));
      assertNotNull(edge, known.toString());
      assertEquals(known.get(2).longValue(), edge.get("occurrences").longValue());
      assertEquals(known.get(3).longValue(), edge.get("units").longValue());
    }
    ends(oracle.get("start_activities"), flow.get("starts"));
    ends(oracle.get("end_activities"), flow.get("ends"));
  }

  private static void ends(JsonNode oracle, JsonNode found) {
    assertEquals(oracle.size(), found.size());
    for (JsonNode end : found) {
      assertEquals(
          oracle.get(end.get("touchpoint").stringValue()).longValue(),
          end.get("units").longValue());
    }
  }

  private void funnels(JsonNode oracle) {
    assertNotEquals(0, oracle.size());
    for (JsonNode funnel : oracle) {
      List<String> steps = new ArrayList<>();
      for (JsonNode step : funnel.get("steps")) {
        steps.add(step.isArray() ? "{\"anyOf\":" + step + "}" : step.toString());
      }
      ObjectNode answer =
          Commands.answer(
              folder, "{\"analysis\":\"funnel\",\"steps\":[" + String.join(",", steps) + "]}");
      for (int k = 0; k < steps.size(); k++) {
        JsonNode step = answer.get("steps").get(k);
        long reached = step.get("reached").longValue();
        long next =
            k + 1 < steps.size() ? answer.get("steps").get(k + 1).get("reached").longValue() : 0;
        assertEquals(funnel.get("closed").get(k).longValue(), reached, funnel.toString());
        assertEquals(0, step.get("inProgress").longValue());
        assertEquals(Commands.JSON.readTree(steps.get(k)), step.get("touchpoint"));
        if (k + 1 < steps.size()) {
          assertEquals(reached - next, step.get("dropped").longValue());
        }
      }
    }
  }

  private void sessions(String timeout, JsonNode count) {
    assertEquals(
        count.longValue(),
        Commands.answer(folder, "{\"analysis\":\"sessions\",\"timeout\":\"" + timeout + "\"}")
            .get("sessions")
            .longValue(),
        timeout);
  }

  private void conformance(JsonNode oracle, String filter) {
    JsonNode known = oracle.get("conformance");
    ObjectNode answer =
        Commands.answer(
            folder,
            "{\"analysis\":\"alignment\",\"plan\":"
                + known.get("plan")
                + ",\"filter\":"
                + filter
                + "}");
    assertEquals(known.get("cases").longValue(), answer.get("units").longValue());
    assertEquals(known.get("exact").longValue(), answer.at("/fits/n").longValue());
    assertEquals(known.get("total_cost").longValue(), answer.get("totalCost").longValue());
    near(known.get("mean_fitness"), answer.at("/fitness/mean"));
    Map<String, Long> skipped = new HashMap<>();
    answer
        .get("skipped")
        .forEach(
            one -> skipped.put(one.get("touchpoint").stringValue(), one.get("units").longValue()));
    for (Map.Entry<String, JsonNode> step : known.get("cases_missing_step").properties()) {
      assertEquals(step.getValue().longValue(), skipped.getOrDefault(step.getKey(), 0L));
    }
    Map<String, Long> unexpected = new HashMap<>();
    answer
        .get("unexpected")
        .forEach(one ->
            unexpected.put(
                one.get("touchpoint").stringValue(), one.get("occurrences").longValue()));
    for (Map.Entry<String, JsonNode> outside :
        known.get("activities_outside_the_plan").properties()) {
      assertEquals(outside.getValue().longValue(), unexpected.get(outside.getKey()));
    }
    times(oracle.get("times"), filter);
  }

  private void times(@Nullable JsonNode known, String filter) {
    if (known == null) {
      return;
    }
    Map<List<String>, JsonNode> edges = new HashMap<>();
    for (JsonNode edge :
        Commands.answer(folder, "{\"analysis\":\"flow\",\"filter\":" + filter + "}").get("edges")) {
      edges.put(List.of(edge.get("from").stringValue(), edge.get("to").stringValue()), edge);
    }
    for (String list : List.of("most_frequent", "most_total_time")) {
      for (JsonNode one : known.get(list)) {
        JsonNode edge =
            edges.get(List.of(one.at("/edge/0").stringValue(), one.at("/edge/1").stringValue()));
        assertNotNull(edge, one.toString());
        assertEquals(one.get("count").longValue(), edge.get("occurrences").longValue());
        near(one.get("median_seconds"), edge.at("/elapsedSeconds/median"));
        near(one.get("mean_seconds"), edge.at("/elapsedSeconds/mean"));
      }
    }
  }

  /// Equal when rounded as the known answer was: half a unit of its last place, and the noise of a
  /// double, is no difference.
  private static void near(JsonNode known, JsonNode found) {
    BigDecimal expected = new BigDecimal(known.toString());
    BigDecimal actual = new BigDecimal(found.toString());
    BigDecimal half =
        BigDecimal.ONE.movePointLeft(Math.max(0, expected.scale())).divide(BigDecimal.TWO);
    BigDecimal noise = expected.abs().movePointLeft(13);
    BigDecimal difference = expected.subtract(actual).abs();
    assertTrue(difference.compareTo(half.add(noise)) <= 0, () -> known + " is not " + found);
  }
}
