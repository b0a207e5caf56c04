package dev.sojourn.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.AnalysisResult.Population;
import dev.sojourn.kernel.result.Distribution;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.Spec;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Journeys split by inactivity.
public interface SessionsContract extends Answers {

  private static Spec.Sessions timeout(Duration timeout) {
    return new Spec.Sessions(timeout, EventFilter.ALL, Period.ALWAYS);
  }

  @Test
  @DisplayName("Sessions: a gap of exactly the timeout stays, a longer one splits")
  default void sessionsSplitAfterTheTimeout() {
    assertEquals(
        new AnalysisResult.Sessions(
            new Population(1, 4),
            2,
            new Distribution(1, 2, 2, 3),
            new Distribution(0, 900, 900, 1800)),
        ask(timeout(Spec.Sessions.DEFAULT_TIMEOUT), "ann: a@0 b@30m c@30m d@1h1ms"));
  }

  @Test
  @DisplayName("Sessions: midnight does not split")
  default void sessionsCrossMidnight() {
    AnalysisResult.Sessions answer =
        (AnalysisResult.Sessions)
            ask(timeout(Spec.Sessions.DEFAULT_TIMEOUT), "ann: a@23h50m b@1d10m");
    assertEquals(1, answer.sessions());
  }

  @Test
  @DisplayName("Sessions: a journey without times is one session, of no known duration")
  default void sessionsWithoutTimes() {
    assertEquals(
        new AnalysisResult.Sessions(new Population(1, 3), 1, new Distribution(3, 3, 3, 3), null),
        ask(timeout(Duration.ofSeconds(1)), "ann: a b c"));
  }

  @Test
  @DisplayName("Sessions: what has no time belongs to the first session of the journey")
  default void sessionsTakeUntimedEventsFirst() {
    assertEquals(
        new AnalysisResult.Sessions(
            new Population(1, 3),
            2,
            new Distribution(1, 1.5, 1.5, 2),
            new Distribution(0, 0, 0, 0)),
        ask(timeout(Duration.ofSeconds(1)), "ann: a@? b@0 c@5s"));
  }

  @Test
  @DisplayName("Sessions: of nothing there are none")
  default void sessionsOfNothing() {
    assertEquals(
        new AnalysisResult.Sessions(new Population(0, 0), 0, null, null),
        ask(timeout(Duration.ofMinutes(1))));
  }
}
