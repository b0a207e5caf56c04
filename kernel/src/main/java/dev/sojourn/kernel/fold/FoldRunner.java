package dev.sojourn.kernel.fold;

import dev.sojourn.kernel.journey.JourneyBlock;
import dev.sojourn.kernel.journey.JourneyCursor;
import dev.sojourn.kernel.journey.JourneyPart;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// Runs a fold over parts, round after round, on the threads that it is given. Thread-safe.
public final class FoldRunner {

  private final ExecutorService threads;
  private final int workers;

  /// @param threads where the work is done; at most `workers` tasks are there at once
  /// @param workers how many parts are folded at the same time, at least 1
  public FoldRunner(ExecutorService threads, int workers) {
    this.threads = threads;
    this.workers = workers;
  }

  /// Folds until the answer is known.
  ///
  /// @param cancelled asked between blocks
  /// @throws CancelledException when it said so
  public <R> R run(Fold<?, R> fold, List<? extends JourneyPart> parts, BooleanSupplier cancelled) {
    Round<R> round = new Round.Next<>(fold);
    while (true) {
      switch (round) {
        case Round.Done<R> done -> {
          return done.answer();
        }
        case Round.Next<R> next -> round = once(next.fold(), parts, cancelled);
      }
    }
  }

  private <P, R> Round<R> once(
      Fold<P, R> fold, List<? extends JourneyPart> parts, BooleanSupplier cancelled) {
    AtomicInteger next = new AtomicInteger();
    int tasks = Math.min(workers, parts.size());
    if (tasks <= 1) {
      return fold.finish(work(fold, parts, next, cancelled));
    }
    List<Future<P>> running = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      running.add(threads.submit(() -> work(fold, parts, next, cancelled)));
    }
    P merged = fold.start();
    for (Future<P> partial : running) {
      fold.merge(merged, await(partial));
    }
    return fold.finish(merged);
  }

  private static <P> P work(
      Fold<P, ?> fold,
      List<? extends JourneyPart> parts,
      AtomicInteger next,
      BooleanSupplier cancelled) {
    P partial = fold.start();
    JourneyBlock block = new JourneyBlock();
    for (int p = next.getAndIncrement(); p < parts.size(); p = next.getAndIncrement()) {
      try (JourneyCursor cursor = parts.get(p).open()) {
        while (cursor.next(block)) {
          if (cancelled.getAsBoolean()) {
            throw new CancelledException();
          }
          fold.add(block, partial);
        }
      }
    }
    return partial;
  }

  private static <P> P await(Future<P> partial) {
    try {
      return partial.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("A fold failed.", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }
}
