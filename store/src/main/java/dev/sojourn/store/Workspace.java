package dev.sojourn.store;

import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.ToldApart;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.DoctorReport.Ailment;
import dev.sojourn.store.files.EventFile;
import dev.sojourn.store.files.FileFormat;
import dev.sojourn.store.files.FilePreview;
import dev.sojourn.store.files.ImportOptions;
import dev.sojourn.store.journeys.BuildProgress;
import dev.sojourn.store.journeys.JourneyStore;
import dev.sojourn.store.journeys.Refreshed;
import dev.sojourn.store.log.Erased;
import dev.sojourn.store.log.EventLog;
import dev.sojourn.store.log.LogSettings;
import dev.sojourn.store.log.LogSnapshot;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One body of events: the log that holds them and the journeys derived from it. Thread-safe;
/// changes wait for one another, questions do not wait.
public final class Workspace implements AutoCloseable {

  private static final int MANY_SEGMENTS = 8;

  private final Path installation;
  private final Path folder;
  private final EventLog log;
  private final JourneyStore journeys;
  private final Exports exports;
  private final Uploads uploads;
  private final SourceCounts sources = new SourceCounts();
  private final InstantSource clock;

  private Workspace(
      Path installation, Path folder, EventLog log, JourneyStore journeys, InstantSource clock) {
    this.installation = installation;
    this.folder = folder;
    this.log = log;
    this.journeys = journeys;
    this.exports = new Exports(installation, folder);
    this.uploads = new Uploads(folder.resolve("uploads"));
    this.clock = clock;
  }

  static Workspace open(Path installation, String name, InstantSource clock, RandomGenerator random)
      throws IOException {
    Path folder = installation.resolve("workspaces").resolve(name);
    Files.createDirectories(folder);
    clear(scratch(folder));
    EventLog log = EventLog.open(folder, LogSettings.DEFAULT, clock, random);
    boolean opened = false;
    try {
      JourneyStore journeys = JourneyStore.open(folder.resolve("store"), log);
      opened = true;
      return new Workspace(installation, folder, log, journeys, clock);
    } finally {
      if (!opened) {
        log.close();
      }
    }
  }

  /// Takes files in. Nothing is stored unless every file can be read as asked; a file that was
  /// imported before stores nothing again, and an import that was stopped goes on where it was.
  ///
  /// @throws RefusedException with every problem of every file
  public synchronized ImportReport importFiles(
      List<Path> files, ImportOptions options, ImportProgress progress) throws IOException {
    return take(files.stream().map(NamedFile::of).toList(), options, progress);
  }

  /// Takes one file in, under the name that people know, as [#importFiles] does.
  public synchronized ImportReport importFile(
      NamedFile file, ImportOptions options, ImportProgress progress) throws IOException {
    return take(List.of(file), options, progress);
  }

  private ImportReport take(List<NamedFile> files, ImportOptions options, ImportProgress progress)
      throws IOException {
    return new FileImport(
            log,
            rejectedFolder(),
            new TakenFiles(folder.resolve("taken")),
            scratch(folder),
            options,
            clock.instant(),
            progress)
        .run(files);
  }

  /// A file as an import would understand it; nothing is stored.
  ///
  /// @throws RefusedException when no answer of a person could make the file readable
  public FilePreview preview(Path file, ImportOptions options) throws IOException {
    return EventFile.preview(file, scratch(folder), options, clock.instant());
  }

  /// Files that came in and are not imported yet.
  public Uploads uploads() {
    return uploads;
  }

  /// Where the events come from, by what the log calls it.
  public List<SourceContents> sources() {
    try (LogSnapshot snapshot = log.snapshot()) {
      return sources.of(snapshot);
    }
  }

  /// The refused rows that an import kept; to be closed.
  ///
  /// @param name the name of [ImportReport#rejectedFile()]
  public RefusedRows refusedRows(String name) throws IOException {
    if (!name.matches("import-[0-9a-f]{16}[.]jsonl")) {
      throw new IllegalArgumentException("not a file of refused rows");
    }
    return RefusedRows.open(rejectedFolder().resolve(name));
  }

  /// A folder for a file that is made only to be taken in. What is left there when the process dies
  /// is removed when the workspace is opened again.
  public Path scratch() throws IOException {
    return Files.createDirectories(scratch(folder));
  }

  /// The journeys of everything stored so far; to be closed.
  public Journeys journeys(BuildProgress progress) throws IOException {
    journeys.refresh(progress);
    return journeys.snapshot();
  }

  /// The journeys that are left when a filter hides events; to be closed.
  public Journeys view(EventFilter filter, BuildProgress progress) throws IOException {
    journeys.refresh(progress);
    return filter.seesEverything() ? journeys.snapshot() : journeys.view(filter, progress);
  }

  /// The journeys with events of one name told apart by their properties; to be closed.
  ///
  /// @throws RefusedException when there are more different events than journeys can hold
  public Journeys view(ToldApart apart, BuildProgress progress) throws IOException {
    journeys.refresh(progress);
    return apart.isNothing()
        ? journeys.snapshot()
        : journeys.view(EventFilter.ALL, apart, progress);
  }

  /// Names the state of the journeys that a snapshot shows: snapshots of one open workspace with
  /// equal numbers hold the same.
  ///
  /// @param snapshot what [#journeys] gave
  /// @return empty when the state has no name, as with no events at all
  public static OptionalLong generation(Journeys snapshot) {
    return JourneyStore.generation(snapshot);
  }

  /// The public ids of customers who have several identifiers, one of which is as wanted.
  public Set<String> mergedCustomers(Predicate<String> wanted) {
    return journeys.mergedCustomers(wanted);
  }

  /// One customer, with a page of their events as they came in.
  ///
  /// @param identifier any identifier of the customer, verbatim
  /// @param limit the most events on the page, at least 1
  /// @param after events behind this position; null for the first page
  /// @return null when no event carries an identifier of the customer
  public @Nullable Customer customer(
      String identifier, int limit, Customer.@Nullable Position after) throws IOException {
    journeys.refresh(BuildProgress.NONE);
    try (LogSnapshot snapshot = log.snapshot()) {
      return CustomerReading.read(snapshot, journeys.identifiersOf(identifier), limit, after);
    }
  }

  /// The names of all properties that any event has, sorted.
  public SortedSet<String> propertyNames() {
    try (LogSnapshot snapshot = log.snapshot()) {
      return PropertyNames.of(snapshot);
    }
  }

  /// Writes every event into one file, which is complete when this returns.
  ///
  /// @return how many events are in it
  /// @throws RefusedException when the format cannot be written or the file cannot be made
  public synchronized long export(Path file, FileFormat format) throws IOException {
    exports.remember(file);
    return EventExport.write(log, file, format);
  }

  /// Gathers the events of many small files into few, so that questions and erasures touch little.
  /// Nothing else waits for it, and no answer changes.
  ///
  /// @param goesOn asked again and again; false leaves the rest for another time
  /// @return whether there were enough files to make it worth while
  public boolean compact(BooleanSupplier goesOn) {
    try (LogSnapshot snapshot = log.snapshot()) {
      if (snapshot.segments().stream().filter(s -> s.level() == 0).count() < MANY_SEGMENTS) {
        return false;
      }
    }
    log.compact(goesOn);
    return true;
  }

  /// Removes a person's bytes from every file of the workspace and from what the installation keeps
  /// about failures, and refuses their events from here on.
  ///
  /// @param identifier the customer as it came in, verbatim
  public synchronized ErasureReport erase(String identifier) throws IOException {
    Erased erased = log.erase(List.of(identifier));
    journeys.refresh(BuildProgress.NONE);
    Mentions mentions = new Mentions(identifier);
    return new ErasureReport(
        erased.events() > 0,
        erased.events(),
        erased.facts(),
        erased.filesRewritten(),
        inEach(rejectedFolder(), mentions::removeLines),
        exports.delete(mentions),
        uploads.clear(),
        inEach(installation.resolve("logs"), mentions::removeFromLog));
  }

  /// Reads every byte of every file and says what is wrong; builds the journeys again when that is
  /// asked for or necessary.
  public synchronized DoctorReport doctor(boolean rebuild, BuildProgress progress)
      throws IOException {
    List<Ailment> findings = new ArrayList<>();
    Stream.concat(log.notices().stream(), log.verify().stream())
        .map(found -> new Ailment("log", found.file(), found.sentence(), found.damage()))
        .forEach(findings::add);
    List<String> faults = journeys.verify();
    Refreshed refreshed =
        rebuild || !faults.isEmpty() ? journeys.rebuild(progress) : journeys.refresh(progress);
    Stream.concat(faults.stream(), refreshed.findings().stream())
        .map(fault -> new Ailment("journeys", "", fault, false))
        .forEach(findings::add);
    try (Journeys snapshot = journeys.snapshot()) {
      return new DoctorReport(
          findings, refreshed.outcome() == Refreshed.Outcome.REBUILT, Contents.of(snapshot));
    }
  }

  /// Removes lines of a file and says how many.
  @FunctionalInterface
  private interface Removal {
    long from(Path file) throws IOException;
  }

  private static long inEach(Path folder, Removal removal) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    long removed = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        removed += removal.from(file);
      }
    }
    return removed;
  }

  /// Files that live as long as one import; whatever lies here at the start was left by a process
  /// that died, and holds what an erasure would not find.
  private static Path scratch(Path folder) {
    return folder.resolve("scratch");
  }

  private static void clear(Path scratch) throws IOException {
    if (!Files.isDirectory(scratch)) {
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(scratch)) {
      for (Path file : left) {
        Files.delete(file);
      }
    }
  }

  private Path rejectedFolder() {
    return folder.resolve("rejected");
  }

  @Override
  public synchronized void close() throws IOException {
    try (log) {
      journeys.close();
    }
  }
}
