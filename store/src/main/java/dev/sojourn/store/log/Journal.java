package dev.sojourn.store.log;

import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.log.frame.FrameFile;
import dev.sojourn.store.log.frame.FrameScan;
import dev.sojourn.store.log.frame.RecordReader;
import dev.sojourn.store.log.id.IdSet;
import dev.sojourn.store.log.id.KeyedHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A journal: records of fresh events and facts, on disk and in memory until they are sealed.
/// Changed under the lock of the log; what was added before stays as it is.
final class Journal {

  private final String name;
  private final FrameFile file;
  private final IdSet ids = new IdSet();
  private byte[][] records = new byte[64][];
  private int count;
  private long events;
  private long lastSequence;
  private long lastTime = EventBatch.UNTIMED;

  Journal(String name, FrameFile file) {
    this.name = name;
    this.file = file;
  }

  /// Opens a journal that an earlier process left behind; a torn tail is cut.
  static Journal reopen(Path path, String name, KeyedHash hash, List<Finding> notices)
      throws IOException {
    FrameScan scan = FrameScan.read(path);
    switch (scan.tail()) {
      case NONE -> {}
      case TORN ->
          notices.add(
              new Finding(
                  name,
                  "the last "
                      + (scan.bytes() - scan.validBytes())
                      + " bytes were an interrupted write and were cut",
                  false));
      case DOUBTFUL ->
          notices.add(
              new Finding(
                  name,
                  "the last record, at offset "
                      + scan.validBytes()
                      + ", fails its checksum and was cut: an interrupted write that nobody was told"
                      + " of, or damage",
                  true));
      case DAMAGED ->
          throw new DamagedLogException(
              name
                  + ": the record at offset "
                  + scan.validBytes()
                  + " is damaged, with whole records after it; restore the file from a backup");
    }
    Journal journal = new Journal(name, FrameFile.open(path, scan.validBytes()));
    StoredEvents batch = new StoredEvents();
    for (FrameScan.Payload frame : scan.frames()) {
      journal.replay(frame.bytes(), hash, batch);
    }
    return journal;
  }

  private void replay(byte[] record, KeyedHash hash, StoredEvents batch) {
    RecordReader in = new RecordReader(record);
    if (in.u8() == JournalRecord.FACT) {
      RecordedFact fact = JournalRecord.readFact(in);
      add(record, 0, fact.sequence(), EventBatch.UNTIMED);
      return;
    }
    batch.clear();
    long first = in.varint();
    in.skip(in.count());
    int size = in.count();
    long[] id = new long[2];
    long latest = EventBatch.UNTIMED;
    EventBatch read = batch.events();
    for (int i = 0; i < size; i++) {
      JournalRecord.readEvent(in, read, Projection.of(Projection.Column.ID));
      if (!read.id().isMissing(i)) {
        hash.id(read.id().bytes(), read.id().offset(i), read.id().length(i), id);
        ids.add(id[0], id[1]);
      }
      latest = Math.max(latest, read.time(i));
    }
    add(record, size, first + size - 1, latest);
  }

  /// Adds a record that is on disk.
  void add(byte[] record, int newEvents, long sequence, long time) {
    if (count == records.length) {
      records = Arrays.copyOf(records, count * 2);
    }
    records[count++] = record;
    events += newEvents;
    lastSequence = Math.max(lastSequence, sequence);
    lastTime = Math.max(lastTime, time);
  }

  String name() {
    return name;
  }

  FrameFile file() {
    return file;
  }

  /// The ids of its events.
  IdSet ids() {
    return ids;
  }

  /// The largest sequence number in it, 0 when it is empty.
  long lastSequence() {
    return lastSequence;
  }

  /// What is in it now.
  HotPart part() {
    return new HotPart(records, count, events, lastTime);
  }

  List<RecordedFact> facts() {
    return part().facts();
  }

  /// The records of a journal at one moment. Immutable: records are only ever added behind `count`.
  ///
  /// @param lastTime of its events, or [EventBatch#UNTIMED]
  record HotPart(byte[][] records, int count, long events, long lastTime) {

    List<RecordedFact> facts() {
      List<RecordedFact> facts = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        RecordReader in = new RecordReader(records[i]);
        if (in.u8() == JournalRecord.FACT) {
          facts.add(JournalRecord.readFact(in));
        }
      }
      return facts;
    }
  }
}
