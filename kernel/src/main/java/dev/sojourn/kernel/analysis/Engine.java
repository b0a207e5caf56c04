package dev.sojourn.kernel.analysis;

import dev.sojourn.kernel.fold.CancelledException;
import dev.sojourn.kernel.fold.FoldRunner;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.result.AnalysisResult;
import dev.sojourn.kernel.result.Inside;
import dev.sojourn.kernel.result.VocabularyCounts;
import dev.sojourn.kernel.spec.Count;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.kernel.spec.Spec;
import dev.sojourn.kernel.spec.UnitPage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/// Answers specs over journeys on a bounded number of platform threads. Thread-safe.
public final class Engine implements AutoCloseable {

  private final ExecutorService threads;
  private final FoldRunner runner;

  /// An engine with its own threads.
  ///
  /// @param workers how many parts are folded at once, at least 1
  public Engine(int workers) {
    threads =
        Executors.newFixedThreadPool(
            workers, Thread.ofPlatform().daemon().name("fold-", 0).factory());
    runner = new FoldRunner(threads, workers);
  }

  /// Answers a question.
  ///
  /// A filter on properties cannot be seen in journeys: the caller hands in the view that has it
  /// applied, and the engine applies what is said of names and of time. A name that the data does
  /// not have never occurs; whether it was mistyped is told by [UnknownNames].
  ///
  /// @throws RefusedException when the spec does not fit the data, with all problems
  public AnalysisResult run(Spec spec, Journeys journeys) {
    return run(spec, journeys, () -> false);
  }

  /// Answers a question that can be cancelled.
  ///
  /// @param cancelled asked every few thousand events
  /// @throws RefusedException when the spec does not fit the data, with all problems
  /// @throws CancelledException when the question was cancelled
  public AnalysisResult run(Spec spec, Journeys journeys, BooleanSupplier cancelled) {
    Plan plan = Planner.plan(spec, journeys);
    return runner.run(plan.fold(), plan.parts(), cancelled);
  }

  /// Lists the units that are inside a count of the answer to a question.
  ///
  /// @param journeys what the question was asked of
  /// @param cancelled asked every few thousand events
  /// @throws RefusedException when the spec, the count or the page does not fit, with all problems
  /// @throws CancelledException when the question was cancelled
  public Inside inside(
      Spec spec, Count count, UnitPage page, Journeys journeys, BooleanSupplier cancelled) {
    InsidePlan plan = Planner.inside(spec, count, page, journeys);
    return runner.run(plan.fold(), plan.parts(), cancelled);
  }

  /// Counts events and units by event name.
  ///
  /// @param cancelled asked every few thousand events
  /// @throws CancelledException when it was cancelled
  public VocabularyCounts vocabulary(Journeys journeys, BooleanSupplier cancelled) {
    return runner.run(
        new VocabularyFold(journeys.vocabulary(), journeys.tick()), journeys.parts(), cancelled);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
