package dev.sojourn.server.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.PlanElement;
import dev.sojourn.kernel.spec.PlanElement.Touchpoint;
import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.kernel.spec.Spec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class SpecReaderTest {

  private static final SpecReader READER =
      new SpecReader(map -> {
        if (map.has("bad")) {
          throw new RefusedException("stages", "is missing");
        }
        return new Touchpoint(map.get("only").stringValue());
      });

  private static Question read(String json) {
    return READER.read(object(json));
  }

  private static ObjectNode object(String json) {
    return JsonForm.readObject("the spec", json.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> problems(String json) {
    return assertThrows(RefusedException.class, () -> read(json)).problems().stream()
        .map(Problem::toString)
        .toList();
  }

  @Test
  void aSummaryNeedsNothingButItsName() {
    Question question = read("{\"analysis\":\"summary\"}");
    assertEquals(new Spec.Summary(EventFilter.ALL, Period.ALWAYS), question.spec());
    assertEquals(
        "{\"analysis\":\"summary\",\"unit\":\"customer\",\"filter\":null,\"during\":null,"
            + "\"breakdown\":null,\"timeZone\":\"UTC\"}",
        JsonForm.line(question.resolved()));
  }

  @Test
  void everyDefaultIsFilledIn() {
    assertEquals(
        "{\"analysis\":\"funnel\",\"steps\":[\"a\",{\"anyOf\":[\"b\",\"c\"]}],\"order\":\"ordered\","
            + "\"window\":null,\"unit\":\"customer\",\"filter\":null,\"during\":null,"
            + "\"breakdown\":null,\"timeZone\":\"UTC\"}",
        JsonForm.line(
            read("{\"analysis\":\"funnel\",\"steps\":[\"a\",{\"anyOf\":[\"b\",\"c\"]}]}")
                .resolved()));
    assertEquals(50, read("{\"analysis\":\"variants\"}").resolved().get("top").intValue());
    assertEquals(
        "PT30M", read("{\"analysis\":\"sessions\"}").resolved().get("timeout").stringValue());
    assertEquals(
        "occurrences", read("{\"analysis\":\"flow\"}").resolved().get("measure").stringValue());
    ObjectNode alignment = read("{\"analysis\":\"alignment\",\"plan\":[\"a\"]}").resolved();
    assertEquals("unexpected", alignment.get("unmatched").stringValue());
    assertEquals("complete", alignment.get("unfinished").stringValue());
  }

  @Test
  void aResolvedSpecAsksTheSameAgain() {
    for (String json :
        List.of(
            "{\"analysis\":\"funnel\",\"steps\":[\"a\",\"b\"],\"window\":\"P2W\","
                + "\"during\":{\"from\":\"2024-03-31\"},\"timeZone\":\"Europe/Berlin\"}",
            "{\"analysis\":\"paths\"}",
            "{\"analysis\":\"paths\",\"start\":\"a\",\"end\":{\"anyOf\":[\"b\",\"c\"]},\"maxSteps\":7,"
                + "\"rowsPerStep\":3,\"collapseRepeats\":false,\"timeout\":\"PT1H\",\"top\":4}",
            "{\"analysis\":\"dwell\",\"stages\":{\"Look\":[\"a\"],\"Buy\":[\"b\"]}}",
            "{\"analysis\":\"alignment\",\"map\":{\"only\":\"a\"},\"unfinished\":\"prefix\"}",
            "{\"analysis\":\"flow\",\"measure\":\"units\","
                + "\"filter\":{\"events\":{\"name\":{\"in\":[\"a\"]}}}}")) {
      Question question = read(json);
      Question again = READER.read(question.resolved());
      assertEquals(question.spec(), again.spec());
      assertEquals(question.resolved(), again.resolved());
    }
  }

  @Test
  void aFunnelHasStepsAndAWindow() {
    Spec.Funnel funnel =
        (Spec.Funnel)
            read("{\"analysis\":\"funnel\",\"steps\":[\"catalog\",{\"anyOf\":[\"p1\",\"p2\"]}],"
                    + "\"window\":\"P7D\",\"order\":\"ordered\",\"unit\":\"customer\",\"during\":null}")
                .spec();
    assertEquals(List.of(List.of("catalog"), List.of("p1", "p2")), funnel.steps());
    assertEquals(Duration.ofDays(7), funnel.window());
  }

  @Test
  void datesAreMeantInTheTimeZone() {
    Spec spec =
        read("{\"analysis\":\"summary\",\"timeZone\":\"Europe/Berlin\","
                + "\"during\":{\"from\":\"2024-01-01\",\"to\":\"2024-07-01\"}}")
            .spec();
    assertEquals(
        new Period(Instant.parse("2023-12-31T23:00:00Z"), Instant.parse("2024-06-30T22:00:00Z")),
        spec.during());
  }

  @Test
  void timesMayCarryAnOffset() {
    Spec spec =
        read("{\"analysis\":\"summary\",\"timeZone\":\"Europe/Berlin\",\"during\":"
                + "{\"from\":\"2024-01-01T12:00:00-05:00\",\"to\":\"2024-07-01T12:00\"}}")
            .spec();
    assertEquals(
        new Period(Instant.parse("2024-01-01T17:00:00Z"), Instant.parse("2024-07-01T10:00:00Z")),
        spec.during());
  }

  @Test
  void filtersNameEventsAndProperties() {
    Spec spec =
        read("{\"analysis\":\"summary\",\"filter\":{\"events\":{\"name\":{\"in\":[\"b\",\"a\"]},"
                + "\"properties\":{\"platform\":{\"eq\":\"mobile\"},\"price\":{\"in\":[1.50,2]},"
                + "\"paid\":{\"eq\":true}}}}}")
            .spec();
    assertEquals(
        new EventFilter(
            List.of("a", "b"),
            Map.of(
                "platform", List.of("mobile"),
                "price", List.of("1.50", "2"),
                "paid", List.of("true"))),
        spec.filter());
  }

  @Test
  void plansNest() {
    Spec.Alignment alignment =
        (Spec.Alignment)
            read("{\"analysis\":\"alignment\",\"plan\":[\"A\",{\"optional\":\"B\"},"
                    + "{\"repeatable\":[\"C\",\"D\"]},{\"anyOrder\":[\"E\",[\"F\",\"G\"]]},"
                    + "{\"anyOf\":[\"H\",{\"optional\":{\"repeatable\":\"I\"}}]}],"
                    + "\"unmatched\":\"outOfScope\",\"unfinished\":\"prefix\"}")
                .spec();
    assertEquals(
        new PlanElement.Sequence(
            List.of(
                new Touchpoint("A"),
                new PlanElement.Optional(new Touchpoint("B")),
                new PlanElement.Repeatable(
                    new PlanElement.Sequence(List.of(new Touchpoint("C"), new Touchpoint("D")))),
                new PlanElement.AnyOrder(
                    List.of(
                        new Touchpoint("E"),
                        new PlanElement.Sequence(
                            List.of(new Touchpoint("F"), new Touchpoint("G"))))),
                new PlanElement.AnyOf(
                    List.of(
                        new Touchpoint("H"),
                        new PlanElement.Optional(
                            new PlanElement.Repeatable(new Touchpoint("I"))))))),
        alignment.plan());
    assertEquals(Spec.Unmatched.OUT_OF_SCOPE, alignment.unmatched());
    assertEquals(Spec.Unfinished.PREFIX, alignment.unfinished());
  }

  @Test
  void everyFaultIsFoundAtOnce() {
    assertEquals(
        List.of(
            "timeZone: 'Europe/Berlim' is not a time zone such as Europe/Berlin or UTC. Did you"
                + " mean 'Europe/Berlin'?",
            "during.from: 'yesterday' is neither a date such as 2024-01-31 nor a time such as"
                + " 2024-01-31T12:00:00Z.",
            "windw: there is no such field here; allowed: analysis, steps, order, window, unit,"
                + " filter, during, breakdown, timeZone. Did you mean 'window'?",
            "steps[1]: must be an event name or {\"anyOf\": [names]}, but it is the number 3.",
            "steps[2].anyOf: is empty; it needs at least one entry.",
            "order: 'strict' is not one of: ordered.",
            "unit: 'account' is not one of: customer."),
        problems(
            "{\"analysis\":\"funnel\",\"steps\":[\"a\",3,{\"anyOf\":[]}],\"order\":\"strict\","
                + "\"unit\":\"account\",\"windw\":\"P1D\",\"timeZone\":\"Europe/Berlim\","
                + "\"during\":{\"from\":\"yesterday\"}}"));
  }

  @Test
  void eachMistakeHasItsSentence() {
    refusedWith("{}", "analysis: is missing");
    refusedWith("{\"analysis\":\"funel\"}", "Did you mean 'funnel'?");
    refusedWith("{\"analysis\":\"retention\"}", "not available yet; available: summary");
    refusedWith("{\"analysis\":\"funnel\"}", "steps: is missing");
    refusedWith("{\"analysis\":\"funnel\",\"steps\":[]}", "steps: is empty");
    refusedWith("{\"analysis\":\"funnel\",\"steps\":\"a\"}", "steps: must be a list");
    refusedWith("{\"analysis\":\"funnel\",\"steps\":[\"a\"],\"window\":30}", "PT30M");
    refusedWith("{\"analysis\":\"funnel\",\"steps\":[\"a\"],\"window\":\"P1M\"}", "count days");
    refusedWith("{\"analysis\":\"funnel\",\"steps\":[\"a\"],\"window\":\"-PT1S\"}", "negative");
    refusedWith("{\"analysis\":\"variants\",\"top\":0}", "top: the number 0");
    refusedWith("{\"analysis\":\"variants\",\"top\":1.5}", "top: the number 1.5");
    refusedWith("{\"analysis\":\"summary\",\"breakdown\":{\"property\":\"p\"}}", "breakdown");
    refusedWith("{\"analysis\":\"summary\",\"filter\":{\"customers\":{}}}", "filter.customers");
    refusedWith(
        "{\"analysis\":\"summary\",\"filter\":{\"events\":{\"properties\":{\"p\":{\"gt\":1}}}}}",
        "filter.events.properties.p.gt");
    refusedWith(
        "{\"analysis\":\"summary\",\"during\":{\"from\":\"2024-02-01\",\"to\":\"2024-01-01\"}}",
        "not after its start");
    refusedWith("{\"analysis\":\"dwell\",\"stages\":{}}", "stages: is empty");
    refusedWith("{\"analysis\":\"dwell\",\"stages\":{\"A\":[\"x\"],\"B\":[\"x\"]}}", "one only");
    refusedWith("{\"analysis\":\"alignment\"}", "exactly one of: plan");
    refusedWith("{\"analysis\":\"alignment\",\"plan\":[\"a\"],\"map\":{}}", "exactly one of: plan");
    refusedWith("{\"analysis\":\"alignment\",\"plan\":[{\"maybe\":\"a\"}]}", "plan[0]: 'maybe'");
    refusedWith(
        "{\"analysis\":\"alignment\",\"plan\":[{\"anyOrder\":"
            + "[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\",\"k\"]}]}",
        "at most 10");
    refusedWith("{\"analysis\":\"alignment\",\"map\":{\"bad\":1}}", "map.stages: is missing");
  }

  private static void refusedWith(String json, String part) {
    List<String> problems = problems(json);
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.getFirst().contains(part), problems.getFirst());
  }

  @Test
  void textThatIsNotOneObjectIsRefused() {
    for (String text :
        List.of("", "[]", "{\"a\":1} {}", "{\"a\":1,\"a\":2}", "{\"a\":", "nonsense")) {
      RefusedException refused =
          assertThrows(RefusedException.class, () -> object(text), () -> "read " + text);
      assertEquals(1, refused.problems().size());
      String sentence = refused.problems().getFirst().toString();
      assertTrue(sentence.startsWith("the spec "), sentence);
      assertEquals(-1, sentence.indexOf('\n'), sentence);
    }
  }
}
