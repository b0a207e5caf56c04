package dev.sojourn.store.log;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.TextColumn;
import dev.sojourn.store.log.id.IdRun;
import dev.sojourn.store.log.id.IdRunWriter;
import dev.sojourn.store.log.id.IdSet;
import dev.sojourn.store.log.id.KeyedHash;
import dev.sojourn.store.log.id.OrdinalSet;
import dev.sojourn.store.parquet.ParquetWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the events of a source into segments, each of which becomes part of the log together with
/// the ids or ordinals of its events. For one thread.
final class BulkImport implements Import {

  private final LogCore core;
  private final Merging merging;
  private final String source;
  private final Runnable whenClosed;
  private final OrdinalSet storedOrdinals;
  private final TextColumn sources = new TextColumn(true);
  private final int[] chosen = new int[EventBatch.CAPACITY];
  private final long[] customerHash = new long[EventBatch.CAPACITY];
  private final long[] id = new long[2];

  private Appended durable = Appended.NOTHING;
  private boolean closed;

  // The part that is being written.
  private @Nullable SegmentWriter writer;
  private @Nullable Ledger ledger;
  private IdSet ids = new IdSet();
  private OrdinalSet ordinals = new OrdinalSet();
  private long duplicates;
  private long suppressed;

  /// Merges runs of ids where there are many.
  @FunctionalInterface
  interface Merging {
    void merge() throws IOException;
  }

  BulkImport(LogCore core, Merging merging, String source, Runnable whenClosed) {
    this.core = core;
    this.merging = merging;
    this.source = source;
    this.whenClosed = whenClosed;
    core.lock().lock();
    try {
      // Only imports add to it, and this is the only one.
      storedOrdinals = core.manifest().catalog().ordinals(source);
    } finally {
      core.lock().unlock();
    }
  }

  @Override
  public void append(EventBatch batch) {
    if (closed) {
      throw new IllegalStateException("the import is closed");
    }
    try {
      SegmentWriter out = part();
      int count = choose(batch);
      sources.clearRows();
      for (int i = 0; i < batch.size(); i++) {
        sources.addCode(0);
      }
      out.add(batch, sources, customerHash, null, chosen, count);
      if (out.rows() >= core.settings().importCommitRows()) {
        commitPart();
      }
    } catch (IOException | UncheckedIOException e) {
      throw DiskLog.unwritable("the import", e);
    }
  }

  /// Begins a part when there is none.
  private SegmentWriter part() throws IOException {
    if (writer == null) {
      core.lock().lock();
      try {
        ledger = core.view().ledger();
        core.noteStored(new IdSet());
      } finally {
        core.lock().unlock();
      }
      if (sources.dictionarySize() == 0) {
        byte[] utf8 = source.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        sources.codeOf(utf8, 0, utf8.length);
      }
      writer =
          new SegmentWriter(
              core.folder(),
              core.newName("segment", "parquet"),
              ParquetWriter.ROW_GROUP_ROWS,
              false);
    }
    return writer;
  }

  /// Chooses the events that are new.
  private int choose(EventBatch batch) {
    KeyedHash hash = core.hash();
    Ledger erased = ledger;
    TextColumn customer = batch.customer();
    byte[] bytes = customer.bytes();
    int count = 0;
    for (int i = 0; i < batch.size(); i++) {
      int t = customer.entry(i);
      int at = customer.offset(t);
      int length = customer.length(t);
      customerHash[i] = hash.customer(bytes, at, length);
      if (erased != null && erased.holds(customerHash[i], bytes, at, length)) {
        suppressed++;
      } else if (batch.id().isMissing(i) ? isNewOrdinal(batch.ordinal(i)) : isNewId(batch, i)) {
        chosen[count++] = i;
      } else {
        duplicates++;
      }
    }
    return count;
  }

  private boolean isNewOrdinal(long ordinal) {
    return !storedOrdinals.contains(ordinal) && ordinals.add(ordinal);
  }

  private boolean isNewId(EventBatch batch, int row) {
    TextColumn texts = batch.id();
    int t = texts.entry(row);
    core.hash().id(texts.bytes(), texts.offset(t), texts.length(t), id);
    return !core.knowsId(id[0], id[1]) && ids.add(id[0], id[1]);
  }

  @Override
  public Appended commit() {
    if (closed) {
      throw new IllegalStateException("the import is closed");
    }
    try {
      commitPart();
      return durable;
    } catch (IOException | UncheckedIOException e) {
      throw DiskLog.unwritable("the import", e);
    }
  }

  private void commitPart() throws IOException {
    SegmentWriter out = writer;
    if (out == null) {
      return;
    }
    if (out.rows() == 0) {
      abandonPart();
      durable = durable.plus(new Appended(0, duplicates, suppressed));
      beginAnew();
      return;
    }
    SegmentEntry entry = out.finish(0, 0, 0);
    out.close();
    writer = null;
    CatalogChange change = new CatalogChange();
    List<IdRun> runs = new ArrayList<>();
    if (ids.size() > 0) {
      String name = core.newName("ids", "run");
      IdRunWriter.write(core.folder().unfinished(name), ids);
      core.folder().finish(name);
      runs.add(IdRun.open(core.folder().file(name), name));
      change.runs.add(name);
    }
    if (!ordinals.isEmpty()) {
      change.ordinals.put(source, ordinals);
    }
    long stored = makePart(entry, change, runs);
    durable = durable.plus(new Appended(stored, duplicates, suppressed));
    beginAnew();
    merging.merge();
  }

  /// Makes the part a part of the log. What happened beside it is seen to first: events stored live
  /// under one of its ids, and customers erased.
  ///
  /// @return events stored
  private long makePart(SegmentEntry written, CatalogChange change, List<IdRun> runs)
      throws IOException {
    core.lock().lock();
    try {
      IdSet live = core.storedWhileImporting();
      Ledger now = core.view().ledger();
      SegmentEntry entry = written;
      boolean erasedBeside = ledger != null && ledger.erasures().size() != now.erasures().size();
      boolean storedBeside = live != null && sharesAny(live);
      if (erasedBeside || storedBeside) {
        entry = withoutOthers(written, now, live);
      }
      if (entry != null) {
        SegmentEntry placed = entry.at(core.view().sequence());
        change.segments.add(placed);
        change.nextSequence = placed.lastSequence() + 1;
      }
      core.manifest().commit(change);
      core.ids().change(runs, List.of());
      core.publishCatalog();
      core.noteStored(null);
      return entry == null ? 0 : entry.rows();
    } finally {
      core.lock().unlock();
    }
  }

  private boolean sharesAny(IdSet live) {
    boolean[] shared = new boolean[1];
    live.forEach((first, second) -> shared[0] |= ids.contains(first, second));
    return shared[0];
  }

  private @Nullable SegmentEntry withoutOthers(
      SegmentEntry written, Ledger now, @Nullable IdSet live) throws IOException {
    long[] both = new long[2];
    RowChoice choice =
        new RowChoice((batch, row) -> {
          if (RowChoice.isErased(now, batch, row)) {
            suppressed++;
            return false;
          }
          TextColumn texts = batch.events().id();
          if (live != null && !texts.isMissing(row)) {
            int t = texts.entry(row);
            core.hash().id(texts.bytes(), texts.offset(t), texts.length(t), both);
            if (live.contains(both[0], both[1])) {
              duplicates++;
              return false;
            }
          }
          return true;
        });
    SegmentFile file = new SegmentFile(core.folder().file(written.name()), written);
    SegmentEntry left = new Rewriting(core).rewrite(file, choice, false).orElse(null);
    core.delete(List.of(written.name()));
    return left;
  }

  private void beginAnew() {
    writer = null;
    ids = new IdSet();
    ordinals = new OrdinalSet();
    duplicates = 0;
    suppressed = 0;
  }

  private void abandonPart() {
    if (writer != null) {
      writer.abandon();
      writer = null;
    }
    core.lock().lock();
    try {
      core.noteStored(null);
    } finally {
      core.lock().unlock();
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      abandonPart();
    } catch (UncheckedIOException e) {
      throw DiskLog.unwritable("the import", e);
    } finally {
      whenClosed.run();
    }
  }
}
