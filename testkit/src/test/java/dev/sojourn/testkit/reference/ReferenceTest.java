package dev.sojourn.testkit.reference;

import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.testkit.contract.EngineContract;
import dev.sojourn.testkit.contract.ReferenceAnswers;

/// The reference keeps the contract too: the examples that people checked prove it.
class ReferenceTest extends EngineContract {

  @Override
  public AnalysisResult run(Spec spec, Journeys journeys) {
    return new ReferenceAnswers().run(spec, journeys);
  }

  /// It agrees with itself; a few cases show that it can be asked.
  @Override
  protected int cases() {
    return 50;
  }

  @Override
  protected int lawCases() {
    return 50;
  }
}
