package dev.sojourn.store.log;

import dev.sojourn.store.log.frame.RecordBuffer;
import dev.sojourn.store.log.id.IdRun;
import dev.sojourn.store.log.id.IdRunWriter;
import dev.sojourn.store.parquet.ParquetWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Turns journals into segments: the segment is whole, synced and named in the manifest before the
/// journal goes. Events and facts of erased customers are left out. One at a time.
final class Sealing {

  private static final int MOST_FACT_FILES = 8;

  private final LogCore core;

  Sealing(LogCore core) {
    this.core = core;
  }

  /// What sealing left out, because its customers were erased.
  record LeftOut(long events, long facts) {
    LeftOut plus(LeftOut other) {
      return new LeftOut(events + other.events, facts + other.facts);
    }
  }

  /// Seals everything that is hot now.
  LeftOut sealAll() throws IOException {
    core.lock().lock();
    try {
      core.rotate();
    } finally {
      core.lock().unlock();
    }
    return sealFull();
  }

  /// Seals every journal but the one that is written.
  LeftOut sealFull() throws IOException {
    List<Journal> waiting = core.fullJournals();
    LeftOut leftOut = new LeftOut(0, 0);
    for (Journal journal : waiting) {
      leftOut = leftOut.plus(seal(journal));
    }
    mergeRuns();
    mergeFactFiles();
    return leftOut;
  }

  private LeftOut seal(Journal journal) throws IOException {
    Journal.HotPart part = journal.part();
    Ledger ledger = core.view().ledger();
    CatalogChange change = new CatalogChange();
    change.nextSequence = journal.lastSequence() + 1;
    long kept = writeSegment(part, ledger, change);
    List<RecordedFact> facts = part.facts();
    List<RecordedFact> keptFacts = facts.stream().filter(f -> !ledger.holds(f.fact())).toList();
    if (!keptFacts.isEmpty()) {
      change.factFiles.add(writeFacts(keptFacts));
    }
    List<IdRun> runs = new ArrayList<>();
    if (journal.ids().size() > 0) {
      String name = core.newName("ids", "run");
      IdRunWriter.write(core.folder().unfinished(name), journal.ids());
      core.folder().finish(name);
      runs.add(IdRun.open(core.folder().file(name), name));
      change.runs.add(name);
    }
    change.removed.add(journal.name());
    core.lock().lock();
    try {
      core.manifest().commit(change);
      core.ids().change(runs, List.of());
      core.journals().remove(journal);
      if (keptFacts.size() < facts.size()) {
        core.facts().removeIf(f -> ledger.holds(f.fact()));
      }
      core.publishCatalog();
    } finally {
      core.lock().unlock();
    }
    journal.file().close();
    core.delete(change.removed);
    return new LeftOut(part.events() - kept, facts.size() - keptFacts.size());
  }

  /// @return events written
  private long writeSegment(Journal.HotPart part, Ledger ledger, CatalogChange change)
      throws IOException {
    if (part.events() == 0) {
      return 0;
    }
    String name = core.newName("segment", "parquet");
    SegmentWriter writer =
        new SegmentWriter(core.folder(), name, ParquetWriter.ROW_GROUP_ROWS, true);
    boolean finished = false;
    try (EventCursor events = new HotCursor(List.of(part), core.hash(), Projection.all(), 0)) {
      StoredEvents batch = new StoredEvents();
      RowChoice choice = RowChoice.without(ledger);
      while (events.next(batch)) {
        int rows = choice.choose(batch);
        writer.add(
            batch.events(),
            batch.source(),
            batch.customerHash(),
            batch.sequence(),
            choice.rows(),
            rows);
      }
      if (writer.rows() > 0) {
        change.segments.add(writer.finish(0, 0, 0));
        finished = true;
      }
      return writer.rows();
    } finally {
      if (finished) {
        writer.close();
      } else {
        writer.abandon();
      }
    }
  }

  /// Writes facts into a file of their own.
  String writeFacts(List<RecordedFact> facts) throws IOException {
    String name = core.newName("facts", "facts");
    RecordBuffer out = new RecordBuffer(4_096);
    for (RecordedFact fact : facts) {
      int frame = out.beginFrame();
      JournalRecord.fact(fact, out);
      out.endFrame(frame);
    }
    core.folder().write(name, out.toBytes());
    return name;
  }

  /// Merges runs of ids while there are many of one size.
  void mergeRuns() throws IOException {
    for (List<IdRun> runs = core.ids().mergeable();
        !runs.isEmpty();
        runs = core.ids().mergeable()) {
      String name = core.newName("ids", "run");
      IdRunWriter.merge(core.folder().unfinished(name), runs);
      core.folder().finish(name);
      IdRun merged = IdRun.open(core.folder().file(name), name);
      CatalogChange change = new CatalogChange();
      change.runs.add(name);
      runs.forEach(r -> change.removed.add(r.name()));
      core.lock().lock();
      try {
        core.manifest().commit(change);
        core.ids().change(List.of(merged), change.removed);
      } finally {
        core.lock().unlock();
      }
      core.delete(change.removed);
    }
  }

  private void mergeFactFiles() throws IOException {
    if (core.factFiles().size() > MOST_FACT_FILES) {
      rewriteFacts(core.view().ledger(), true);
    }
  }

  /// Rewrites all fact files into one, without the facts that name erased customers.
  ///
  /// @param always whether also when there is no such fact
  /// @return facts left out
  long rewriteFacts(Ledger ledger, boolean always) throws IOException {
    CatalogChange change = new CatalogChange();
    List<RecordedFact> kept = new ArrayList<>();
    long before = 0;
    for (String name : core.factFiles()) {
      change.removed.add(name);
      for (RecordedFact fact : core.readFacts(name)) {
        before++;
        if (!ledger.holds(fact.fact())) {
          kept.add(fact);
        }
      }
    }
    if (kept.size() == before && !always) {
      return 0;
    }
    if (!kept.isEmpty()) {
      change.factFiles.add(writeFacts(kept));
    }
    core.lock().lock();
    try {
      core.manifest().commit(change);
      core.facts().removeIf(f -> ledger.holds(f.fact()));
      core.publishCatalog();
    } finally {
      core.lock().unlock();
    }
    core.delete(change.removed);
    return before - kept.size();
  }
}
