package dev.sojourn.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.analysis.InsidePlan;
import dev.sojourn.kernel.analysis.Planner;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.Inside;
import dev.sojourn.kernel.spec.Count;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.Period;
import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.kernel.spec.UnitPage;
import dev.sojourn.testkit.journey.Notation;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The kernel's engine opens counts as the contract says, on one thread, on several and through
/// bytes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KernelInsideTest extends InsideContract {

  private final Engine oneThread = new Engine(1);
  private final Engine threeThreads = new Engine(3);

  @AfterAll
  void stopThreads() {
    oneThread.close();
    threeThreads.close();
  }

  @Override
  protected AnalysisResult run(Spec spec, Journeys journeys) {
    return oneThread.run(spec, journeys);
  }

  @Override
  protected Inside inside(Spec spec, Count count, UnitPage page, Journeys journeys) {
    Inside found = oneThread.inside(spec, count, page, journeys, () -> false);
    assertEquals(found, threeThreads.inside(spec, count, page, journeys, () -> false));
    InsidePlan plan = Planner.inside(spec, count, page, journeys);
    assertEquals(found, KernelEngineTest.rounds(plan.fold(), plan.parts()));
    return found;
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    Spec spec = new Spec.Summary(EventFilter.ALL, Period.ALWAYS);
    Count count = new Count.FunnelStep(2, Count.Outcome.REACHED);
    UnitPage page = UnitPage.first(UnitPage.Order.ID, 201);
    Journeys journeys = Notation.journeys("a: x").table();
    List<Problem> problems =
        assertThrows(
                RefusedException.class,
                () -> oneThread.inside(spec, count, page, journeys, () -> false))
            .problems();
    assertEquals(List.of("limit", "count.kind"), problems.stream().map(Problem::field).toList());
  }
}
