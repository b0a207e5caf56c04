package dev.sojourn.testkit.reference;

import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.testkit.journey.PlainJourneys;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Answers a question the slow and obvious way.
public final class Reference {

  private Reference() {}

  /// The answer.
  ///
  /// @param dataThrough the moment through which everything that happened is known; null when
  ///   nothing has a time
  /// @throws RefusedException when the spec does not fit the data
  public static AnalysisResult answer(
      Spec spec, PlainJourneys journeys, @Nullable Instant dataThrough) {
    Refusals.refuse(spec);
    return switch (spec) {
      case Spec.Summary s -> ReferenceSummary.answer(Visible.events(s, journeys));
      case Spec.Flow s -> ReferenceFlow.answer(Visible.events(s, journeys));
      case Spec.Variants s -> ReferenceVariants.answer(s, Visible.events(s, journeys));
      case Spec.Funnel s -> ReferenceFunnel.answer(s, Visible.events(s, journeys), dataThrough);
      case Spec.Paths s -> ReferencePaths.answer(s, Visible.events(s, journeys), dataThrough);
      case Spec.Sessions s -> ReferenceSessions.answer(s, Visible.events(s, journeys));
      case Spec.Dwell s -> ReferenceDwell.answer(s, Visible.events(s, journeys));
      case Spec.Alignment s -> ReferenceAlignment.answer(s, Visible.events(s, journeys));
    };
  }
}
