package dev.sojourn.store.log;

import dev.sojourn.store.log.frame.RecordBuffer;
import dev.sojourn.store.log.frame.RecordReader;
import dev.sojourn.store.log.id.OrdinalSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One step from a state of the log to the next: all of it happens or nothing. For one thread.
final class CatalogChange {

  String lineage = "";
  long nextName;
  long nextSequence;
  long erasedThrough;
  final List<SegmentEntry> segments = new ArrayList<>();
  final List<String> journals = new ArrayList<>();
  final List<String> runs = new ArrayList<>();
  final List<String> factFiles = new ArrayList<>();
  final List<String> removed = new ArrayList<>();
  final Map<String, OrdinalSet> ordinals = new LinkedHashMap<>();
  final List<Erasure> erasures = new ArrayList<>();

  private static final int VERSION = 1;

  byte[] toBytes() {
    RecordBuffer out = new RecordBuffer(256);
    out.u8(VERSION);
    out.text(lineage);
    out.varint(nextName);
    out.varint(nextSequence);
    out.varint(erasedThrough);
    out.varint(segments.size());
    segments.forEach(s -> s.write(out));
    for (List<String> names : List.of(journals, runs, factFiles, removed)) {
      out.varint(names.size());
      names.forEach(out::text);
    }
    out.varint(ordinals.size());
    ordinals.forEach((source, set) -> {
      out.text(source);
      set.write(out);
    });
    out.varint(erasures.size());
    for (Erasure e : erasures) {
      out.varint(e.sequence());
      out.int64(e.customerHash());
      out.int64(e.check());
      out.int64(e.time().toEpochMilli());
    }
    return out.toBytes();
  }

  /// @param where file and offset, for the message
  static CatalogChange read(byte[] bytes, String where) {
    RecordReader in = new RecordReader(bytes);
    int version = in.u8();
    if (version != VERSION) {
      throw new DamagedLogException(
          where
              + ": this record has version "
              + version
              + ", and this Sojourn reads version "
              + VERSION
              + " only; use the Sojourn that wrote it");
    }
    CatalogChange change = new CatalogChange();
    change.lineage = in.text();
    change.nextName = in.varint();
    change.nextSequence = in.varint();
    change.erasedThrough = in.varint();
    for (int i = in.count(); i > 0; i--) {
      change.segments.add(SegmentEntry.read(in));
    }
    for (List<String> names :
        List.of(change.journals, change.runs, change.factFiles, change.removed)) {
      for (int i = in.count(); i > 0; i--) {
        names.add(in.text());
      }
    }
    for (int i = in.count(); i > 0; i--) {
      change.ordinals.put(in.text(), OrdinalSet.read(in));
    }
    for (int i = in.count(); i > 0; i--) {
      change.erasures.add(
          new Erasure(in.varint(), in.int64(), in.int64(), Instant.ofEpochMilli(in.int64())));
    }
    return change;
  }
}
