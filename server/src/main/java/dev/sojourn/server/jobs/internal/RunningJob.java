package dev.sojourn.server.jobs.internal;

import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.server.jobs.Job;
import dev.sojourn.server.jobs.JobRun;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A job that waits or runs. Thread-safe.
final class RunningJob implements JobRun {

  /// How often people see progress, and how often it is written down.
  private static final Duration SHOWN = Duration.ofMillis(250);

  private static final Duration KEPT = Duration.ofSeconds(2);
  private static final Duration BEFORE_A_GUESS = Duration.ofSeconds(1);

  /// Hears of a change.
  @FunctionalInterface
  interface Changed {
    /// @param keep whether it is to be written down too
    void changed(RunningJob job, boolean keep);
  }

  private final ObjectNode input;
  private final InstantSource clock;
  private final Changed changed;
  private volatile Job job;
  private volatile boolean cancelled;
  private volatile boolean serverEnds;
  private volatile String kept = "what it had stored is kept";
  private Instant shown = Instant.EPOCH;
  private Instant written = Instant.EPOCH;

  RunningJob(Job job, ObjectNode input, InstantSource clock, Changed changed) {
    this.job = job;
    this.input = input;
    this.clock = clock;
    this.changed = changed;
  }

  Job now() {
    return job;
  }

  @Override
  public String id() {
    return job.id();
  }

  @Override
  public String workspace() {
    return job.workspace();
  }

  @Override
  public ObjectNode input() {
    return input;
  }

  @Override
  public BooleanSupplier cancelled() {
    return () -> cancelled;
  }

  @Override
  public void kept(String sentence) {
    kept = sentence;
  }

  void cancel() {
    cancelled = true;
  }

  void serverEnds() {
    serverEnds = true;
    cancelled = true;
  }

  synchronized void started() {
    become(Job.State.RUNNING, job.done(), job.total(), job.unit(), "Begun.", null, List.of());
    changed.changed(this, true);
  }

  @Override
  public synchronized void progress(long done, long total, String unit, String sentence) {
    Instant now = clock.instant();
    if (now.isBefore(shown.plus(SHOWN))) {
      return;
    }
    shown = now;
    boolean keep = !now.isBefore(written.plus(KEPT));
    if (keep) {
      written = now;
    }
    become(Job.State.RUNNING, done, total < 0 ? null : total, unit, sentence, null, job.problems());
    changed.changed(this, keep);
  }

  synchronized void ended(
      Job.State state, String sentence, @Nullable ObjectNode result, List<Problem> problems) {
    long done = state == Job.State.DONE && job.total() != null ? job.total() : job.done();
    become(state, done, job.total(), job.unit(), sentence, result, problems);
    changed.changed(this, true);
  }

  void stopped() {
    if (serverEnds) {
      ended(Job.State.INTERRUPTED, "The server ended while it ran; " + kept + ".", null, List.of());
    } else {
      ended(Job.State.CANCELLED, "Stopped as asked; " + kept + ".", null, List.of());
    }
  }

  private void become(
      Job.State state,
      long done,
      @Nullable Long total,
      String unit,
      String sentence,
      @Nullable ObjectNode result,
      List<Problem> problems) {
    Instant now = clock.instant();
    Instant begun = job.startedAt() == null && state == Job.State.RUNNING ? now : job.startedAt();
    job =
        new Job(
            job.id(),
            job.workspace(),
            job.kind(),
            job.title(),
            state,
            done,
            total,
            unit,
            state == Job.State.RUNNING ? secondsLeft(begun, now, done, total) : null,
            sentence,
            job.resumable(),
            result,
            problems,
            job.createdAt(),
            begun,
            state.ended() ? now : null);
  }

  private static @Nullable Long secondsLeft(
      @Nullable Instant begun, Instant now, long done, @Nullable Long total) {
    if (begun == null || total == null || done <= 0) {
      return null;
    }
    Duration spent = Duration.between(begun, now);
    return spent.compareTo(BEFORE_A_GUESS) < 0
        ? null
        : Math.round((double) spent.toMillis() / done * Math.max(0, total - done) / 1000);
  }
}
