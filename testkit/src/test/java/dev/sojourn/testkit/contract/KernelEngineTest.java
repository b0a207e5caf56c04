package dev.sojourn.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.analysis.Plan;
import dev.sojourn.kernel.analysis.Planner;
import dev.sojourn.kernel.fold.Fold;
import dev.sojourn.kernel.fold.Round;
import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.JourneyCursor;
import dev.sojourn.kernel.journey.JourneyPart;
import dev.sojourn.kernel.journey.JourneyTable;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.Tick;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.Elapsed;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.Spec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The kernel's engine keeps the contract, on every number of threads and through bytes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KernelEngineTest extends EngineContract {

  private final Engine oneThread = new Engine(1);
  private final Engine twoThreads = new Engine(2);
  private final Engine fourThreads = new Engine(4);

  @AfterAll
  void stopThreads() {
    oneThread.close();
    twoThreads.close();
    fourThreads.close();
  }

  @Override
  public AnalysisResult run(Spec spec, Journeys journeys) {
    return oneThread.run(spec, journeys);
  }

  @Override
  protected Stream<Way> ways() {
    return Stream.of(
        new Way("on two threads", twoThreads::run),
        new Way("on four threads", fourThreads::run),
        new Way("partials through bytes", KernelEngineTest::throughBytes));
  }

  /// More times between steps than a fold keeps one by one, so that they are looked at twice.
  @Test
  void manyStepTimesHaveExactQuantiles() {
    int units = 300_000;
    int[] start = new int[units + 1];
    char[] code = new char[2 * units];
    long[] time = new long[2 * units];
    long[] gaps = new long[units];
    SplittableRandom random = new SplittableRandom(42);
    for (int u = 0; u < units; u++) {
      start[u + 1] = 2 * u + 2;
      code[2 * u + 1] = 1;
      gaps[u] = random.nextLong(1L << random.nextInt(1, 40));
      time[2 * u + 1] = gaps[u];
    }
    List<String> ids = IntStream.range(0, units).mapToObj(Integer::toString).toList();
    Journeys journeys =
        JourneyTable.ofColumns(List.of("a", "b"), Tick.SECOND, ids, start, code, time).inParts(4);
    Spec spec =
        new Spec.Funnel(List.of(List.of("a"), List.of("b")), null, EventFilter.ALL, Period.ALWAYS);
    AnalysisResult.Funnel answer = (AnalysisResult.Funnel) twoThreads.run(spec, journeys);
    Arrays.sort(gaps);
    double median = (gaps[units / 2 - 1] + gaps[units / 2]) / 2.0;
    double mean = (double) Arrays.stream(gaps).sum() / units;
    assertEquals(
        new Elapsed(median, gaps[units / 10 * 9 - 1], mean),
        answer.steps().get(1).elapsedSeconds());
    assertEquals(answer, throughBytes(spec, journeys));
  }

  /// As a cluster does it: a partial a part, sent as bytes, merged from the last to the first.
  private static AnalysisResult throughBytes(Spec spec, Journeys journeys) {
    Plan plan = Planner.plan(spec, journeys);
    return rounds(plan.fold(), plan.parts());
  }

  static <R> R rounds(Fold<?, ? extends R> first, List<? extends JourneyPart> parts) {
    Fold<?, ? extends R> fold = first;
    while (true) {
      switch (round(fold, parts)) {
        case Round.Done<? extends R> done -> {
          return done.answer();
        }
        case Round.Next<? extends R> next -> fold = next.fold();
      }
    }
  }

  private static <P, R> Round<R> round(Fold<P, R> fold, List<? extends JourneyPart> parts) {
    List<byte[]> sent = new ArrayList<>();
    for (JourneyPart part : parts) {
      sent.add(fold.write(folded(fold, part)));
    }
    P merged = fold.start();
    for (byte[] partial : sent.reversed()) {
      fold.merge(merged, fold.read(partial));
    }
    return fold.finish(fold.read(fold.write(merged)));
  }

  private static <P> P folded(Fold<P, ?> fold, JourneyPart part) {
    P partial = fold.start();
    JourneyBlock block = new JourneyBlock();
    try (JourneyCursor cursor = part.open()) {
      while (cursor.next(block)) {
        fold.add(block, partial);
      }
    }
    return partial;
  }
}
