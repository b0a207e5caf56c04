package dev.sojourn.store.journeys;

import dev.sojourn.kernel.fold.CancelledException;
import dev.sojourn.kernel.journey.JourneyTable;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.ToldApart;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.journeys.Refreshed.Outcome;
import dev.sojourn.store.journeys.column.DamagedFileException;
import dev.sojourn.store.log.EventLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The journeys of all customers, kept beside the log that they come from.
///
/// Thread-safe: questions ask for a [#snapshot()] and close it; changes wait for each other and
/// never make a question wait. A snapshot stays as it was while the store goes on.
///
/// Files are checked when the store is opened, those that only merging reads when they are first
/// needed. What is damaged or missing is noticed, named and built again from the log.
public final class JourneyStore implements AutoCloseable {

  private final EventInput.Opener log;
  private final StoreFolder folder;
  private final Views views;

  // Guards the change of `current` against the moment between reading and retaining it.
  private final Object swap = new Object();
  private @Nullable Generation current;

  private final List<String> findings = new ArrayList<>();

  private JourneyStore(Path path, EventInput.Opener log) throws IOException {
    this.log = log;
    this.folder = new StoreFolder(path);
    this.views = new Views(path.resolve("views"));
    try {
      Manifest manifest = folder.readCurrent();
      if (manifest != null) {
        current = Generation.open(folder, manifest, true);
        folder.sweep(manifest);
      }
    } catch (DamagedFileException e) {
      findings.add(String.valueOf(e.getMessage()));
    }
  }

  /// Opens the store in a folder, which is created when missing. The log is not read: what the
  /// folder does not hold is built by the next [#refresh].
  ///
  /// @param folder where the files are; everything in it belongs to the store
  /// @param log where the events come from; stays open as long as the store
  public static JourneyStore open(Path folder, EventLog log) throws IOException {
    return open(folder, () -> new LogInput(log));
  }

  /// Opens the store over another form of log.
  ///
  /// @param log opens the newest state of the log
  public static JourneyStore open(Path folder, EventInput.Opener log) throws IOException {
    return new JourneyStore(folder, log);
  }

  /// Brings the store up to the newest event, identity fact and erasure of the log.
  ///
  /// @throws RefusedException when there are more event names than codes
  /// @throws CancelledException when progress says so; the store stays as it was
  public synchronized Refreshed refresh(BuildProgress progress) throws IOException {
    try (EventInput input = log.open()) {
      return refresh(input, progress);
    }
  }

  private Refreshed refresh(EventInput input, BuildProgress progress) throws IOException {
    Generation old = current;
    if (old == null
        || !old.manifest().lineage().equals(input.lineage())
        || old.manifest().sequence() > input.sequence()) {
      return rebuild(input, progress);
    }
    if (old.manifest().sequence() == input.sequence()) {
      return new Refreshed(Outcome.UNCHANGED, 0, input.sequence(), drainFindings());
    }
    Merge.Merged merged;
    try {
      Merge merge = new Merge(folder, old, input, progress);
      merged = written(() -> merge.run(nextNumber()));
      if (merged != null) {
        publish(merged.manifest());
        if (merged.erased()) {
          compact(p -> true, progress);
        }
      }
    } catch (DamagedFileException e) {
      findings.add(String.valueOf(e.getMessage()));
      merged = null;
    }
    if (merged == null) {
      return rebuild(input, progress);
    }
    return new Refreshed(Outcome.MERGED, merged.events(), input.sequence(), drainFindings());
  }

  /// Builds all journeys again from the log.
  ///
  /// @throws RefusedException when there are more event names than codes
  /// @throws CancelledException when progress says so; the store stays as it was
  public synchronized Refreshed rebuild(BuildProgress progress) throws IOException {
    try (EventInput input = log.open()) {
      return rebuild(input, progress);
    }
  }

  private Refreshed rebuild(EventInput input, BuildProgress progress) throws IOException {
    BulkBuild build = new BulkBuild(folder, input, EventFilter.ALL, ToldApart.NOTHING, progress);
    publish(written(() -> build.build(nextNumber())));
    return new Refreshed(Outcome.REBUILT, build.read(), input.sequence(), drainFindings());
  }

  @FunctionalInterface
  private interface Writing<T> {
    T write() throws IOException;
  }

  /// Writes files of a next generation; when that fails, what was written is removed.
  private <T extends @Nullable Object> T written(Writing<T> writing) throws IOException {
    boolean complete = false;
    try {
      T result = writing.write();
      complete = true;
      return result;
    } finally {
      if (!complete) {
        folder.sweep(current == null ? null : current.manifest());
      }
    }
  }

  private long nextNumber() {
    return current == null ? 1 : current.manifest().number() + 1;
  }

  private List<String> drainFindings() {
    List<String> drained = List.copyOf(findings);
    findings.clear();
    return drained;
  }

  private void publish(Manifest manifest) throws IOException {
    Generation next = Generation.open(folder, manifest, current, false);
    boolean counts = false;
    try {
      folder.publish(manifest);
      counts = true;
    } finally {
      if (!counts) {
        next.release();
      }
    }
    Generation old;
    synchronized (swap) {
      old = current;
      current = next;
    }
    if (old != null) {
      old.release();
    }
    views.clear();
    folder.sweep(manifest);
  }

  /// Writes partitions anew in which many journeys have changed. To be called now and then;
  /// questions go on meanwhile.
  ///
  /// @return whether there was anything to do
  public synchronized boolean compact(BuildProgress progress) throws IOException {
    Generation generation = current;
    if (generation == null) {
      return false;
    }
    try {
      return compact(p -> Compaction.isDue(generation.slots().get(p)), progress);
    } catch (DamagedFileException e) {
      rebuildFor(e, progress);
      return true;
    }
  }

  private void rebuildFor(DamagedFileException damage, BuildProgress progress) throws IOException {
    findings.add(String.valueOf(damage.getMessage()));
    try (EventInput input = log.open()) {
      BulkBuild build = new BulkBuild(folder, input, EventFilter.ALL, ToldApart.NOTHING, progress);
      publish(written(() -> build.build(nextNumber())));
    }
  }

  private boolean compact(IntPredicate which, BuildProgress progress) throws IOException {
    Generation generation = current;
    if (generation == null) {
      return false;
    }
    Manifest compacted = new Compaction(folder, generation, progress).some(nextNumber(), which);
    boolean changed = !compacted.partitions().equals(generation.manifest().partitions());
    if (changed) {
      publish(compacted);
    }
    return changed;
  }

  /// Writes all partitions anew. The files are then byte by byte those that a build from the log
  /// would make.
  public synchronized void compactFully(BuildProgress progress) throws IOException {
    Generation generation = current;
    if (generation == null) {
      return;
    }
    try {
      Compaction compaction = new Compaction(folder, generation, progress);
      publish(written(() -> compaction.all(nextNumber())));
    } catch (DamagedFileException e) {
      rebuildFor(e, progress);
    }
  }

  /// The journeys as of the last refresh; to be closed.
  public Journeys snapshot() {
    synchronized (swap) {
      Generation generation = current;
      if (generation == null) {
        return JourneyTable.builder().build();
      }
      generation.retain();
      return new StoreJourneys(generation, generation.throughMicros());
    }
  }

  /// The number of the generation that a [#snapshot()] shows; empty when there are no journeys.
  public static OptionalLong generation(Journeys snapshot) {
    return snapshot instanceof StoreJourneys stored
        ? OptionalLong.of(stored.number())
        : OptionalLong.empty();
  }

  /// All identifiers of the customer to whom one belongs, the public id first, the others sorted.
  public List<String> identifiersOf(String identifier) {
    Identity.Person person = identity().person(identifier);
    if (person == null) {
      return List.of(identifier);
    }
    List<String> identifiers = new ArrayList<>(person.members());
    identifiers.remove(person.publicId());
    identifiers.addFirst(person.publicId());
    return identifiers;
  }

  /// The public ids of customers with several identifiers, one of which is as wanted.
  public Set<String> mergedCustomers(Predicate<String> wanted) {
    return identity().persons().stream()
        .filter(person -> person.members().stream().anyMatch(wanted))
        .map(Identity.Person::publicId)
        .collect(Collectors.toSet());
  }

  private Identity identity() {
    synchronized (swap) {
      return current == null ? Identity.NONE : current.identity();
    }
  }

  /// The journeys that are left when a filter hides events; to be closed. Brings the store up to
  /// the log first. How far the data reach is not touched by the filter.
  ///
  /// A filter on event names is applied while reading. One on properties is built from the log and
  /// kept until the store changes or other views need the room.
  public Journeys view(EventFilter filter, BuildProgress progress) throws IOException {
    return view(filter, ToldApart.NOTHING, progress);
  }

  /// The same, with events of one name told apart by their properties. Such a view is built from
  /// the log as one that filters by properties is.
  ///
  /// @throws RefusedException when there are more different events than codes
  public synchronized Journeys view(EventFilter filter, ToldApart apart, BuildProgress progress)
      throws IOException {
    try (EventInput input = log.open()) {
      refresh(input, progress);
      Generation generation = current;
      if (generation == null || (filter.seesEverything() && apart.isNothing())) {
        return snapshot();
      }
      generation.retain();
      return views.view(
          new StoreJourneys(generation, generation.throughMicros()),
          generation.manifest(),
          generation.throughMicros(),
          new Views.Wanted(filter, apart),
          input,
          progress);
    }
  }

  /// Reads every byte of every file.
  ///
  /// @return a sentence for each fault; empty when all is well
  public synchronized List<String> verify() throws IOException {
    List<String> found = new ArrayList<>(findings);
    try {
      Manifest manifest = folder.readCurrent();
      if (manifest != null) {
        found.addAll(folder.check(manifest));
      }
    } catch (DamagedFileException e) {
      found.add(String.valueOf(e.getMessage()));
    }
    return found.stream().distinct().toList();
  }

  /// Lets go of the files. Snapshots that are open stay so until they are closed.
  @Override
  public synchronized void close() {
    views.close();
    synchronized (swap) {
      if (current != null) {
        current.release();
        current = null;
      }
    }
  }
}
