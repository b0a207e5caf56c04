package dev.sojourn.server.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.Edge;
import dev.sojourn.kernel.result.AnalysisResult.End;
import dev.sojourn.kernel.result.AnalysisResult.FunnelStep;
import dev.sojourn.kernel.result.AnalysisResult.Population;
import dev.sojourn.kernel.result.Distribution;
import dev.sojourn.kernel.result.Elapsed;
import dev.sojourn.kernel.result.Rate;
import dev.sojourn.kernel.spec.PlanElement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultWriterTest {

  private static final Instant THROUGH = Instant.parse("2024-01-02T03:04:05.006Z");

  private static String write(String spec, AnalysisResult result) {
    SpecReader reader = new SpecReader(map -> new PlanElement.Touchpoint("a"));
    Question question =
        reader.read(JsonForm.readObject("the spec", spec.getBytes(StandardCharsets.UTF_8)));
    String json =
        JsonForm.line(ResultWriter.write(question, result, THROUGH, Duration.ofMillis(7)));
    String start =
        "{\"analysis\":\""
            + question.spec().analysis()
            + "\",\"spec\":"
            + JsonForm.line(question.resolved())
            + ",\"unit\":\"customer\",\"units\":2,\"events\":5,"
            + "\"dataThrough\":\"2024-01-02T03:04:05.006Z\",\"exactness\":\"exact\",\"tookMillis\":7";
    assertEquals(start, json.substring(0, start.length()));
    return json.substring(start.length());
  }

  private static String rate(double value, Rate rate) {
    return "{\"n\":"
        + rate.n()
        + ",\"d\":"
        + rate.d()
        + ",\"value\":"
        + value
        + ",\"low\":"
        + rate.low().orElseThrow()
        + ",\"high\":"
        + rate.high().orElseThrow()
        + "}";
  }

  @Test
  void aSummaryHasWholeLengthsAndUnroundedDecimals() {
    assertEquals(
        ",\"touchpoints\":3,\"variants\":2,\"firstTime\":\"2024-01-01T00:00:00Z\","
            + "\"lastTime\":\"2024-01-02T03:04:05.006Z\","
            + "\"journeyLength\":{\"min\":1,\"median\":2.5,\"mean\":2.5,\"max\":4},"
            + "\"durationSeconds\":{\"min\":0.0,\"median\":0.1,\"mean\":12891064.723411,"
            + "\"max\":0.3333333333333333}}",
        write(
            "{\"analysis\":\"summary\"}",
            new AnalysisResult.Summary(
                new Population(2, 5),
                3,
                2,
                Instant.parse("2024-01-01T00:00:00Z"),
                THROUGH,
                new Distribution(1, 2.5, 2.5, 4),
                new Distribution(0, 0.1, 12891064.723411, 1 / 3.0))));
  }

  @Test
  void aFunnelStepKeepsTheFormInWhichItWasAsked() {
    assertEquals(
        ",\"steps\":[{\"step\":1,\"touchpoint\":\"a\",\"reached\":2,\"inProgress\":0,\"dropped\":2,"
            + "\"rateFromStart\":"
            + rate(1.0, new Rate(2, 2))
            + ",\"rateFromPrevious\":null,"
            + "\"elapsedSeconds\":{\"median\":null,\"p90\":null,\"mean\":null}},"
            + "{\"step\":2,\"touchpoint\":{\"anyOf\":[\"b\"]},\"reached\":0,\"inProgress\":0,"
            + "\"dropped\":0,\"rateFromStart\":{\"n\":0,\"d\":0,\"value\":null,\"low\":null,"
            + "\"high\":null},\"rateFromPrevious\":{\"n\":0,\"d\":0,\"value\":null,\"low\":null,"
            + "\"high\":null},\"elapsedSeconds\":{\"median\":1.5,\"p90\":2.0,\"mean\":1.5}}]}",
        write(
            "{\"analysis\":\"funnel\",\"steps\":[\"a\",{\"anyOf\":[\"b\"]}]}",
            new AnalysisResult.Funnel(
                new Population(2, 5),
                List.of(
                    new FunnelStep(1, List.of("a"), 2, 0, 2, new Rate(2, 2), null, null),
                    new FunnelStep(
                        2,
                        List.of("b"),
                        0,
                        0,
                        0,
                        new Rate(0, 0),
                        new Rate(0, 0),
                        new Elapsed(1.5, 2, 1.5))))));
  }

  @Test
  void edgesAreSortedByTheMeasure() {
    AnalysisResult flow =
        new AnalysisResult.Flow(
            new Population(2, 5),
            List.of(new Edge("a", "a", 3, 1, null), new Edge("a", "b", 2, 2, new Elapsed(1, 1, 1))),
            List.of(new End("a", 2)),
            List.of(new End("b", 2)));
    String aa =
        "{\"from\":\"a\",\"to\":\"a\",\"occurrences\":3,\"units\":1,"
            + "\"elapsedSeconds\":{\"median\":null,\"p90\":null,\"mean\":null}}";
    String ab =
        "{\"from\":\"a\",\"to\":\"b\",\"occurrences\":2,\"units\":2,"
            + "\"elapsedSeconds\":{\"median\":1.0,\"p90\":1.0,\"mean\":1.0}}";
    String ends =
        "],\"starts\":[{\"touchpoint\":\"a\",\"units\":2}],\"ends\":[{\"touchpoint\":\"b\",\"units\":2}]}";
    assertEquals(",\"edges\":[" + aa + "," + ab + ends, write("{\"analysis\":\"flow\"}", flow));
    assertEquals(
        ",\"edges\":[" + ab + "," + aa + ends,
        write("{\"analysis\":\"flow\",\"measure\":\"units\"}", flow));
  }

  @Test
  void variantsSayWhatIsNotListed() {
    assertEquals(
        ",\"variants\":[{\"path\":[\"a\",\"b\"],\"units\":1,\"share\":"
            + rate(0.5, new Rate(1, 2))
            + "}],\"distinct\":2,"
            + "\"other\":{\"variants\":1,\"units\":1}}",
        write(
            "{\"analysis\":\"variants\",\"top\":1}",
            new AnalysisResult.Variants(
                new Population(2, 5),
                List.of(new AnalysisResult.Variant(List.of("a", "b"), 1, new Rate(1, 2))),
                2,
                1,
                1)));
  }

  @Test
  void nothingIsNullNotZero() {
    String none = "{\"min\":null,\"median\":null,\"mean\":null,\"max\":null}";
    assertEquals(
        ",\"sessions\":0,\"lengthEvents\":" + none + ",\"durationSeconds\":" + none + "}",
        write(
            "{\"analysis\":\"sessions\"}",
            new AnalysisResult.Sessions(new Population(2, 5), 0, null, null)));
    assertEquals(
        ",\"stages\":[{\"stage\":\"A\",\"entries\":2,\"dwellSeconds\":{\"median\":null,\"p90\":null},"
            + "\"open\":2,\"forward\":0,\"backward\":0,\"lost\":0}]}",
        write(
            "{\"analysis\":\"dwell\",\"stages\":{\"A\":[\"a\"]}}",
            new AnalysisResult.Dwell(
                new Population(2, 5),
                List.of(new AnalysisResult.StageDwell("A", 2, null, null, 2, 0, 0, 0)))));
  }

  @Test
  void anAlignmentNamesEachDeviation() {
    String half = rate(0.5, new Rate(1, 2));
    assertEquals(
        ",\"fitness\":{\"mean\":0.8,\"log\":0.75},\"fits\":"
            + half
            + ",\"complete\":"
            + half
            + ",\"totalCost\":2,\"skipped\":[{\"touchpoint\":\"b\",\"units\":1}],"
            + "\"unexpected\":[{\"touchpoint\":\"x\",\"units\":1,\"occurrences\":1}],"
            + "\"deviations\":[{\"kind\":\"outOfOrder\",\"touchpoint\":\"b\",\"units\":1,"
            + "\"occurrences\":1,\"share\":"
            + half
            + "}],\"coverage\":{\"events\":"
            + half
            + ",\"touchpoints\":"
            + half
            + ",\"arrows\":"
            + half
            + ",\"matched\":[{\"touchpoint\":\"a\",\"units\":2,\"occurrences\":3}]}}",
        write(
            "{\"analysis\":\"alignment\",\"plan\":[\"a\",\"b\"]}",
            new AnalysisResult.Alignment(
                new Population(2, 5),
                0.8,
                0.75,
                new Rate(1, 2),
                new Rate(1, 2),
                2,
                List.of(new AnalysisResult.Skipped("b", 1)),
                List.of(new AnalysisResult.Unexpected("x", 1, 1)),
                List.of(
                    new AnalysisResult.Deviation(
                        AnalysisResult.DeviationKind.OUT_OF_ORDER, "b", 1, 1, new Rate(1, 2))),
                new AnalysisResult.Coverage(
                    new Rate(1, 2),
                    new Rate(1, 2),
                    new Rate(1, 2),
                    List.of(new AnalysisResult.Matched("a", 2, 3))))));
  }
}
