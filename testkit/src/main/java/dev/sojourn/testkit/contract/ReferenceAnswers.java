package dev.sojourn.testkit.contract;

import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.testkit.journey.PlainJourneys;
import dev.sojourn.testkit.reference.Reference;

/// The reference evaluator as an engine. It reads everything into lists: for small sets.
public final class ReferenceAnswers implements Answers {

  @Override
  public AnalysisResult run(Spec spec, Journeys journeys) {
    return Reference.answer(
        spec,
        PlainJourneys.of(journeys),
        PlainJourneys.time(journeys.tick(), journeys.dataThrough()));
  }
}
