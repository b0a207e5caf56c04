package dev.sojourn.store.log;

import dev.sojourn.store.log.frame.DurableFolder;
import dev.sojourn.store.log.frame.FrameFile;
import dev.sojourn.store.log.frame.FrameScan;
import dev.sojourn.store.log.frame.RecordReader;
import dev.sojourn.store.log.id.IdIndex;
import dev.sojourn.store.log.id.IdRun;
import dev.sojourn.store.log.id.IdSet;
import dev.sojourn.store.log.id.KeyedHash;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What the parts of the log share: the folder, the manifest, the journals, the index of ids and
/// the view that readers get. Everything but the view and the index is changed and read under
/// [#lock()].
final class LogCore {

  private final DurableFolder folder;
  private final LogSettings settings;
  private final InstantSource clock;
  private final KeyedHash hash;
  private final Manifest manifest;
  private final List<Finding> notices;
  private final ReentrantLock lock = new ReentrantLock();
  private final IdIndex ids = new IdIndex();
  private final Map<String, SegmentFile> segments = new HashMap<>();
  private final List<Journal> journals = new ArrayList<>();
  private final FactHistory facts = new FactHistory();
  private @Nullable Journal active;
  private @Nullable IdSet storedWhileImporting;
  private volatile List<Journal> openJournals = List.of();
  private volatile LogView view;

  private LogCore(
      DurableFolder folder,
      LogSettings settings,
      InstantSource clock,
      KeyedHash hash,
      Manifest manifest,
      List<Finding> notices) {
    this.folder = folder;
    this.settings = settings;
    this.clock = clock;
    this.hash = hash;
    this.manifest = manifest;
    this.notices = new CopyOnWriteArrayList<>(notices);
    this.view =
        new LogView(
            manifest.catalog().lineage(),
            hash,
            List.of(),
            List.of(),
            List.of(),
            new Ledger(hash, List.of()),
            1);
  }

  static LogCore open(
      Path path, LogSettings settings, InstantSource clock, KeyedHash hash, String lineage)
      throws IOException {
    DurableFolder folder = DurableFolder.create(path);
    List<Finding> notices = new ArrayList<>();
    Manifest manifest = Manifest.open(folder, lineage, notices);
    LogCore core = new LogCore(folder, settings, clock, hash, manifest, notices);
    core.load();
    return core;
  }

  private void load() throws IOException {
    Catalog catalog = manifest.catalog();
    List<String> present = folder.names();
    Set<String> counting = new HashSet<>(catalog.files());
    for (String name : counting) {
      if (!present.contains(name)) {
        throw new DamagedLogException(
            name
                + ": the file is missing, and the manifest counts on it; restore it from a backup");
      }
    }
    counting.add(manifest.name());
    counting.add(DiskLog.LOCK_FILE);
    for (String name : present) {
      if (!counting.contains(name)) {
        folder.delete(name);
        notices.add(
            new Finding(name, "the file was left by an interrupted write and was removed", false));
      }
    }
    for (String name : catalog.runs()) {
      try {
        ids.change(List.of(IdRun.open(folder.file(name), name)), List.of());
      } catch (IOException e) {
        throw new DamagedLogException(String.valueOf(e.getMessage()), e);
      }
    }
    for (String name : catalog.factFiles()) {
      facts.addAll(readFacts(name));
    }
    for (String name : catalog.journals()) {
      Journal journal = Journal.reopen(folder.file(name), name, hash, notices);
      journals.add(journal);
      facts.addAll(journal.facts());
    }
    facts.sort();
    publishCatalog();
  }

  List<RecordedFact> readFacts(String name) throws IOException {
    FrameScan scan = FrameScan.read(folder.file(name));
    if (scan.tail() != FrameScan.Tail.NONE) {
      throw new DamagedLogException(
          name
              + ": the record at offset "
              + scan.validBytes()
              + " is damaged; restore the file from a backup");
    }
    List<RecordedFact> read = new ArrayList<>();
    for (FrameScan.Payload frame : scan.frames()) {
      RecordReader in = new RecordReader(frame.bytes());
      in.skip(1);
      read.add(JournalRecord.readFact(in));
    }
    return read;
  }

  DurableFolder folder() {
    return folder;
  }

  LogSettings settings() {
    return settings;
  }

  InstantSource clock() {
    return clock;
  }

  KeyedHash hash() {
    return hash;
  }

  ReentrantLock lock() {
    return lock;
  }

  IdIndex ids() {
    return ids;
  }

  Manifest manifest() {
    return manifest;
  }

  LogView view() {
    return view;
  }

  List<Finding> notices() {
    return notices;
  }

  /// The journals, oldest first; the last may be the one that is written.
  List<Journal> journals() {
    return journals;
  }

  /// All facts; changed together with the view.
  FactHistory facts() {
    return facts;
  }

  /// A file name that was never used.
  String newName(String kind, String suffix) throws IOException {
    lock.lock();
    try {
      return String.format(Locale.ROOT, "%s-%08d.%s", kind, manifest.newNumber(), suffix);
    } finally {
      lock.unlock();
    }
  }

  /// Files of facts, in the order in which they were written.
  List<String> factFiles() {
    lock.lock();
    try {
      return manifest.catalog().factFiles();
    } finally {
      lock.unlock();
    }
  }

  /// Erasures with a smaller sequence number have been carried out.
  long erasedThrough() {
    lock.lock();
    try {
      return manifest.catalog().erasedThrough();
    } finally {
      lock.unlock();
    }
  }

  /// Makes a change of files durable and visible. Called under the lock.
  void commit(CatalogChange change) throws IOException {
    manifest.commit(change);
    publishCatalog();
  }

  /// Removes files that no longer count. Where that fails they go when the log is next opened.
  ///
  /// @return names that could not be removed
  List<String> delete(List<String> names) {
    List<String> left = new ArrayList<>();
    for (String name : names) {
      try {
        folder.delete(name);
      } catch (IOException e) {
        left.add(name);
      }
    }
    return left;
  }

  /// The journal to write to, made when there is none. Called under the lock.
  Journal activeJournal() throws IOException {
    if (active == null) {
      String name = newName("journal", "journal");
      FrameFile file = FrameFile.create(folder.file(name));
      try {
        folder.sync();
        CatalogChange change = new CatalogChange();
        change.journals.add(name);
        manifest.commit(change);
      } catch (IOException e) {
        // The file stays: the refused record may yet have reached the disk and name it.
        file.close();
        throw e;
      }
      active = new Journal(name, file);
      journals.add(active);
    }
    return active;
  }

  /// Ends the journal that is written, so that it can be sealed. Called under the lock.
  void rotate() {
    active = null;
  }

  /// The journals that are no longer written.
  List<Journal> fullJournals() {
    lock.lock();
    try {
      return journals.stream().filter(j -> !j.equals(active)).toList();
    } finally {
      lock.unlock();
    }
  }

  /// Whether an id is stored, sealed or not.
  boolean knowsId(long first, long second) {
    for (Journal journal : openJournals) {
      if (journal.ids().contains(first, second)) {
        return true;
      }
    }
    return ids.contains(first, second);
  }

  /// The ids of live events stored since an import began its part; it must not store them again.
  /// Called under the lock.
  @Nullable IdSet storedWhileImporting() {
    return storedWhileImporting;
  }

  /// Begins to note the ids of live events, or ends it. Called under the lock.
  void noteStored(@Nullable IdSet noted) {
    storedWhileImporting = noted;
  }

  /// Shows readers the files of the catalog. Called under the lock.
  void publishCatalog() {
    Catalog catalog = manifest.catalog();
    Set<String> names = new HashSet<>();
    for (SegmentEntry entry : catalog.segments()) {
      names.add(entry.name());
      segments.computeIfAbsent(entry.name(), n -> new SegmentFile(folder.file(n), entry));
    }
    segments.keySet().retainAll(names);
    List<SegmentFile> files =
        segments.values().stream()
            .sorted(
                Comparator.comparingLong(SegmentFile::firstSequence)
                    .thenComparing(SegmentFile::name))
            .toList();
    openJournals = List.copyOf(journals);
    long sequence = Math.max(view.sequence(), catalog.nextSequence());
    for (Journal journal : journals) {
      sequence = Math.max(sequence, journal.lastSequence() + 1);
    }
    view =
        new LogView(
            catalog.lineage(),
            hash,
            files,
            parts(),
            facts.view(),
            new Ledger(hash, catalog.erasures()),
            sequence);
  }

  /// Shows readers what was added to the journals. Called under the lock.
  void publishHot(long sequence, boolean newFacts) {
    if (openJournals.size() != journals.size()) {
      openJournals = List.copyOf(journals);
    }
    LogView old = view;
    view =
        new LogView(
            old.lineage(),
            hash,
            old.files(),
            parts(),
            newFacts ? facts.view() : old.facts(),
            old.ledger(),
            sequence);
  }

  private List<Journal.HotPart> parts() {
    return journals.stream().map(Journal::part).toList();
  }
}
