package dev.sojourn.server.jobs.internal;

import dev.sojourn.kernel.fold.CancelledException;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.server.jobs.Job;
import dev.sojourn.server.jobs.JobHandler;
import dev.sojourn.server.jobs.JobKind;
import dev.sojourn.server.jobs.Jobs;
import dev.sojourn.server.platform.ConflictException;
import dev.sojourn.server.platform.DiskFullException;
import dev.sojourn.server.platform.Ids;
import dev.sojourn.server.platform.NotFoundException;
import dev.sojourn.server.platform.Stream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// Runs jobs: a few at a time, so that questions keep a share of the machine.
@Component
class JobRunner implements Jobs {

  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final int AT_A_TIME = 2;
  private static final int LISTED = 50;
  private static final int SECONDS_TO_STOP = 8;

  private final JobBook book;
  private final Ids ids;
  private final InstantSource clock;
  private final Stream stream;
  private final ObjectProvider<JobHandler> handlers;
  private final Map<String, RunningJob> running = new ConcurrentHashMap<>();
  private final ExecutorService workers =
      Executors.newFixedThreadPool(AT_A_TIME, Thread.ofPlatform().name("job-", 0).factory());

  JobRunner(
      JobBook book,
      Ids ids,
      InstantSource clock,
      Stream stream,
      ObjectProvider<JobHandler> handlers) {
    this.book = book;
    this.ids = ids;
    this.clock = clock;
    this.stream = stream;
    this.handlers = handlers;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void begin() {
    int interrupted =
        book.interrupt("The server ended while it ran; what it had stored is kept.", now());
    if (interrupted > 0) {
      LOG.info("{} jobs did not come to an end when the server ended", interrupted);
    }
  }

  @EventListener(ContextClosedEvent.class)
  void end() throws InterruptedException {
    running.values().forEach(RunningJob::serverEnds);
    workers.shutdown();
    if (!workers.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
      LOG.warn("a job did not stop in time");
    }
  }

  @Override
  public Job start(String workspace, JobKind kind, String title, ObjectNode input) {
    Job job =
        new Job(
            ids.next(),
            workspace,
            kind,
            title,
            Job.State.WAITING,
            0,
            null,
            "",
            null,
            "Waiting for its turn.",
            handler(kind).resumable(),
            null,
            List.of(),
            now(),
            null,
            null);
    return begin(job, input);
  }

  private Job begin(Job job, ObjectNode input) {
    RunningJob run = new RunningJob(job, input, clock, this::changed);
    running.put(job.id(), run);
    book.put(job, input);
    stream.publish(job.workspace(), "job", job);
    workers.execute(() -> work(run));
    return job;
  }

  private void work(RunningJob run) {
    try {
      if (run.cancelled().getAsBoolean()) {
        throw new CancelledException();
      }
      run.started();
      ObjectNode result = handler(run.now().kind()).run(run);
      run.ended(Job.State.DONE, run.now().title() + " is done.", result, List.of());
    } catch (CancelledException e) {
      run.stopped();
    } catch (RefusedException e) {
      run.ended(Job.State.FAILED, e.problems().getFirst().toString(), null, e.problems());
    } catch (Exception | OutOfMemoryError | StackOverflowError e) {
      LOG.error("job {} failed", run.id(), e);
      run.ended(
          Job.State.FAILED,
          DiskFullException.isBehind(e)
              ? "The disk is full, so it stopped; what it had stored is kept. Make room, then resume"
                  + " it."
              : "Something went wrong on our side; look for " + run.id() + " in logs/server.log.",
          null,
          List.of());
    } finally {
      running.remove(run.id());
    }
  }

  private void changed(RunningJob run, boolean keep) {
    Job job = run.now();
    if (keep) {
      book.put(job, run.input());
    }
    stream.publish(job.workspace(), "job", job);
  }

  @Override
  public Job require(String id) {
    RunningJob run = running.get(id);
    return run != null ? run.now() : shown(kept(id).job());
  }

  @Override
  public List<Job> of(String workspace) {
    return book.of(workspace, LISTED).stream()
        .map(kept -> {
          RunningJob run = running.get(kept.job().id());
          return run != null ? run.now() : shown(kept.job());
        })
        .toList();
  }

  @Override
  public Job cancel(String id) {
    RunningJob run = running.get(id);
    if (run == null) {
      return shown(kept(id).job());
    }
    run.cancel();
    return run.now();
  }

  @Override
  public synchronized Job resume(String id) {
    JobBook.Kept kept = kept(id);
    if (running.containsKey(id)) {
      throw new ConflictException("It is running; wait until it has ended, or stop it.");
    }
    Job job = shown(kept.job());
    if (!job.resumable()) {
      throw new ConflictException("It cannot go on from where it was; start it anew.");
    }
    return begin(
        new Job(
            job.id(),
            job.workspace(),
            job.kind(),
            job.title(),
            Job.State.WAITING,
            0,
            null,
            job.unit(),
            null,
            "Waiting for its turn.",
            true,
            null,
            List.of(),
            job.createdAt(),
            null,
            null),
        kept.input());
  }

  private JobBook.Kept kept(String id) {
    return book.find(id).orElseThrow(() -> new NotFoundException("job", id));
  }

  private Job shown(Job job) {
    boolean resumable =
        job.state().ended() && job.state() != Job.State.DONE && handler(job.kind()).resumable();
    return new Job(
        job.id(),
        job.workspace(),
        job.kind(),
        job.title(),
        job.state(),
        job.done(),
        job.total(),
        job.unit(),
        null,
        job.sentence(),
        resumable,
        job.result(),
        job.problems(),
        job.createdAt(),
        job.startedAt(),
        job.endedAt());
  }

  private JobHandler handler(JobKind kind) {
    return handlers.stream()
        .filter(handler -> handler.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no room does jobs of kind " + kind));
  }

  private Instant now() {
    return clock.instant();
  }
}
