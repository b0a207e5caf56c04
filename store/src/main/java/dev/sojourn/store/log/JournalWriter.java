package dev.sojourn.store.log;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.TextColumn;
import dev.sojourn.store.log.frame.Frames;
import dev.sojourn.store.log.frame.RecordBuffer;
import dev.sojourn.store.log.id.IdSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// Makes live events and facts durable: one thread writes what all waiting callers brought, syncs
/// once, and lets them go; meanwhile the next ones gather. Callers encode and hash their events
/// themselves. Thread-safe.
final class JournalWriter implements AutoCloseable {

  private static final int MOST_RECORDS = 4_096;

  private final LogCore core;
  private final Runnable whenFull;
  private final LinkedBlockingQueue<Request> queue = new LinkedBlockingQueue<>();
  private final RecordBuffer out = new RecordBuffer(1 << 16);
  private @Nullable Thread thread;
  private boolean closed;

  /// @param whenFull told when a journal has the size at which it should be sealed
  JournalWriter(LogCore core, Runnable whenFull) {
    this.core = core;
    this.whenFull = whenFull;
  }

  /// What a caller waits for.
  private sealed interface Request {
    void refuse(RuntimeException why);
  }

  private record EventsRequest(Encoded events, CompletableFuture<Appended> answer)
      implements Request {
    @Override
    public void refuse(RuntimeException why) {
      answer.completeExceptionally(why);
    }
  }

  private record FactRequest(Fact fact, CompletableFuture<Long> answer) implements Request {
    @Override
    public void refuse(RuntimeException why) {
      answer.completeExceptionally(why);
    }
  }

  private record Stop() implements Request {
    @Override
    public void refuse(RuntimeException why) {
      throw why;
    }
  }

  /// Events of one call, each ready to be written.
  ///
  /// @param end where the bytes of each event end
  /// @param ids both halves of each event's id in turn
  /// @param batch the caller's, who waits
  private record Encoded(String source, byte[] bytes, int[] end, long[] ids, EventBatch batch) {}

  /// Stores events; returns when they are durable.
  Appended append(String source, EventBatch batch) {
    CompletableFuture<Appended> answer = new CompletableFuture<>();
    submit(new EventsRequest(encode(source, batch), answer));
    return await(answer);
  }

  /// Stores a fact; returns when it is durable.
  long record(Fact fact) {
    CompletableFuture<Long> answer = new CompletableFuture<>();
    submit(new FactRequest(fact, answer));
    return await(answer);
  }

  private static <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case UnwritableLogException u ->
            throw new UnwritableLogException(String.valueOf(u.getMessage()), u);
        case RefusedException r -> throw new RefusedException(r.problems());
        case null, default -> throw e;
      }
    }
  }

  private synchronized void submit(Request request) {
    if (closed) {
      throw new IllegalStateException("the log is closed");
    }
    if (thread == null || !thread.isAlive()) {
      thread = Thread.ofPlatform().name("sojourn-journal").daemon().start(this::run);
    }
    queue.add(request);
  }

  private Encoded encode(String source, EventBatch batch) {
    int size = batch.size();
    RecordBuffer bytes = new RecordBuffer(64 + size * 96);
    int[] end = new int[size];
    long[] ids = new long[size * 2];
    long[] id = new long[2];
    for (int i = 0; i < size; i++) {
      TextColumn texts = batch.id();
      if (texts.isMissing(i)) {
        throw new IllegalArgumentException("live event " + i + " has no id");
      }
      int t = texts.entry(i);
      core.hash().id(texts.bytes(), texts.offset(t), texts.length(t), id);
      ids[2 * i] = id[0];
      ids[2 * i + 1] = id[1];
      JournalRecord.event(batch, i, bytes);
      end[i] = bytes.size();
    }
    return new Encoded(source, bytes.toBytes(), end, ids, batch);
  }

  private boolean isSuppressed(Ledger ledger, TextColumn customer, int row) {
    if (ledger.isEmpty()) {
      return false;
    }
    int t = customer.entry(row);
    byte[] bytes = customer.bytes();
    int at = customer.offset(t);
    int length = customer.length(t);
    return ledger.holds(core.hash().customer(bytes, at, length), bytes, at, length);
  }

  private void run() {
    List<Request> group = new ArrayList<>();
    boolean going = true;
    while (going) {
      try {
        group.add(queue.take());
      } catch (InterruptedException e) {
        // Nobody owns this thread but the log, which ends it by a request.
        continue;
      }
      queue.drainTo(group, MOST_RECORDS);
      going = !group.removeIf(r -> r instanceof Stop);
      commit(group);
      group.clear();
    }
  }

  private void commit(List<Request> group) {
    Group done = new Group();
    RuntimeException why = new IllegalStateException("the journal could not be written");
    boolean written = false;
    core.lock().lock();
    try {
      write(group, done);
      written = true;
    } catch (IOException e) {
      why = DiskLog.unwritable("a journal", e);
    } catch (RuntimeException e) {
      why = e;
    } finally {
      core.lock().unlock();
      if (!written) {
        // Nobody may wait for ever, not even when memory ran out.
        RuntimeException refused = why;
        group.forEach(r -> r.refuse(refused));
      }
    }
    if (written) {
      done.answers.forEach(Runnable::run);
    }
    if (done.full) {
      whenFull.run();
    }
  }

  /// What writing a group led to.
  private static final class Group {
    final List<Runnable> answers = new ArrayList<>();
    final List<RecordMark> records = new ArrayList<>();
    final IdSet ids = new IdSet();
    final List<RecordedFact> facts = new ArrayList<>();
    boolean full;
  }

  /// Where a record lies in the buffer and what is in it.
  private record RecordMark(int from, int to, int events, long lastSequence, long lastTime) {}

  private void write(List<Request> group, Group done) throws IOException {
    out.truncate(0);
    long next = core.view().sequence();
    for (Request request : group) {
      switch (request) {
        case EventsRequest r -> next = place(r, next, done);
        case FactRequest r -> next = place(r, next, done);
        case Stop stop -> {}
      }
    }
    if (done.records.isEmpty()) {
      return;
    }
    Journal journal = core.activeJournal();
    journal.file().append(out.array(), out.size());
    for (RecordMark mark : done.records) {
      byte[] record = Arrays.copyOfRange(out.array(), mark.from, mark.to);
      journal.add(record, mark.events, mark.lastSequence, mark.lastTime);
    }
    IdSet noted = core.storedWhileImporting();
    done.ids.forEach((first, second) -> {
      journal.ids().add(first, second);
      if (noted != null) {
        noted.add(first, second);
      }
    });
    core.facts().addAll(done.facts);
    core.publishHot(next, !done.facts.isEmpty());
    if (journal.file().length() >= core.settings().journalBytes()) {
      core.rotate();
      done.full = true;
    }
  }

  private long place(EventsRequest request, long next, Group done) {
    Encoded events = request.events;
    int size = events.end.length;
    int[] kept = new int[size];
    int stored = 0;
    int suppressed = 0;
    Ledger ledger = core.view().ledger();
    long lastTime = EventBatch.UNTIMED;
    for (int i = 0; i < size; i++) {
      if (isSuppressed(ledger, events.batch.customer(), i)) {
        suppressed++;
      } else if (!core.knowsId(events.ids[2 * i], events.ids[2 * i + 1])
          && done.ids.add(events.ids[2 * i], events.ids[2 * i + 1])) {
        kept[stored++] = i;
        lastTime = Math.max(lastTime, events.batch.time(i));
      }
    }
    Appended answer = new Appended(stored, size - stored - suppressed, suppressed);
    done.answers.add(() -> request.answer.complete(answer));
    if (stored == 0) {
      return next;
    }
    int frame = out.beginFrame();
    JournalRecord.eventsHeader(out, next, events.source, stored);
    for (int k = 0; k < stored; k++) {
      int i = kept[k];
      int from = i == 0 ? 0 : events.end[i - 1];
      out.bytes(events.bytes, from, events.end[i] - from);
    }
    int end = out.size();
    out.endFrame(frame);
    done.records.add(
        new RecordMark(frame + Frames.HEADER, end, stored, next + stored - 1, lastTime));
    return next + stored;
  }

  private long place(FactRequest request, long next, Group done) {
    if (core.view().ledger().holds(request.fact)) {
      RefusedException why =
          new RefusedException(
              "identifiers", "one of them was erased, so nothing may be recorded about it");
      done.answers.add(() -> request.answer.completeExceptionally(why));
      return next;
    }
    RecordedFact fact = new RecordedFact(next, request.fact);
    int frame = out.beginFrame();
    JournalRecord.fact(fact, out);
    int end = out.size();
    out.endFrame(frame);
    done.records.add(new RecordMark(frame + Frames.HEADER, end, 0, next, EventBatch.UNTIMED));
    done.facts.add(fact);
    done.answers.add(() -> request.answer.complete(fact.sequence()));
    return next + 1;
  }

  /// Writes what was handed in and ends the thread.
  @Override
  public void close() {
    Thread running;
    synchronized (this) {
      closed = true;
      running = thread;
      if (running != null) {
        queue.add(new Stop());
      }
    }
    boolean interrupted = false;
    while (running != null && running.isAlive()) {
      try {
        running.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
