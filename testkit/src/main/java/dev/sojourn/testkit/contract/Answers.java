package dev.sojourn.testkit.contract;

import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.testkit.journey.Notation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// An engine, as the contract sees it.
public interface Answers {

  /// The answer to a question over a snapshot.
  ///
  /// @throws RefusedException when the spec does not fit the data, with all problems
  AnalysisResult run(Spec spec, Journeys journeys);

  /// The answer over journeys in [Notation].
  default AnalysisResult ask(Spec spec, String... journeys) {
    return run(spec, Notation.journeys(journeys).table());
  }

  /// What comes of a question: the result, or that it is refused. Engines word their refusals as
  /// they like.
  default Object outcome(Spec spec, Journeys journeys) {
    try {
      return run(spec, journeys);
    } catch (RefusedException refused) {
      return "refused";
    }
  }

  /// The moment at an offset of the notation.
  static Instant at(String offset) {
    return Notation.START.plus(Notation.duration(offset));
  }

  /// A length of time in the notation.
  static Duration lasting(String duration) {
    return Notation.duration(duration);
  }

  /// A half-open period between two offsets.
  static Period from(String from, String to) {
    return new Period(at(from), at(to));
  }

  /// A filter that sees events of these names only.
  static EventFilter only(String... names) {
    return new EventFilter(List.of(names), Map.of());
  }
}
