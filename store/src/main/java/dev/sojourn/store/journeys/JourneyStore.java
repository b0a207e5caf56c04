package dev.sojourn.store.journeys;

import dev.sojourn.kernel.fold.CancelledException;
import dev.sojourn.kernel.journey.JourneyTable;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.spec.EventFilter;
import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.PropertyColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The journeys of all customers, kept beside the log that they come from.
///
/// Thread-safe: questions ask for a [#snapshot()] and close it; one thread at a time changes the
/// store and never makes a question wait. A snapshot stays as it was while the store goes on.
public final class JourneyStore implements AutoCloseable {

  private final EventInput.Opener log;
  private JourneyTable current = JourneyTable.builder().build();
  private long applied = -1;

  private JourneyStore(EventInput.Opener log) {
    this.log = log;
  }

  /// Opens the store in a folder, which is created when missing. The log is not read: what the
  /// folder does not hold is built by the next [#refresh].
  ///
  /// @param folder where the files are; everything in it belongs to the store
  /// @param log opens the newest state of the log
  public static JourneyStore open(Path folder, EventInput.Opener log) throws IOException {
    Files.createDirectories(folder);
    return new JourneyStore(log);
  }

  /// Brings the store up to the newest event of the log.
  public synchronized Refreshed refresh(BuildProgress progress) throws IOException {
    try (EventInput input = log.open()) {
      if (input.sequence() == applied) {
        return new Refreshed(Refreshed.Outcome.UNCHANGED, 0, applied, List.of());
      }
      current = read(input, EventFilter.ALL, progress);
      applied = input.sequence();
      return new Refreshed(Refreshed.Outcome.REBUILT, current.events(), applied, List.of());
    }
  }

  /// Builds all journeys again from the log.
  public synchronized Refreshed rebuild(BuildProgress progress) throws IOException {
    applied = -1;
    return refresh(progress);
  }

  /// The journeys as of the last refresh; to be closed.
  public synchronized Journeys snapshot() {
    return current;
  }

  /// The journeys that are left when a filter hides events, as of now; to be closed.
  public synchronized Journeys view(EventFilter filter, BuildProgress progress) throws IOException {
    try (EventInput input = log.open()) {
      return read(input, filter, progress);
    }
  }

  /// Checks every file.
  ///
  /// @return a sentence for each fault; empty when all is well
  public List<String> verify() throws IOException {
    return List.of();
  }

  @Override
  public void close() throws IOException {
    // Nothing but memory is held.
  }

  private static JourneyTable read(EventInput input, EventFilter filter, BuildProgress progress)
      throws IOException {
    JourneyTable.Builder table = JourneyTable.builder();
    long done = 0;
    try (EventReader reader = input.read(0)) {
      while (reader.next()) {
        EventBatch batch = reader.batch();
        for (int i = 0; i < batch.size(); i++) {
          if (sees(filter, batch, i)) {
            String id = batch.id().text(i);
            table.add(
                String.valueOf(batch.customer().text(i)),
                String.valueOf(batch.name().text(i)),
                batch.channel().text(i),
                batch.time(i),
                batch.seq(i),
                id != null ? id : reader.sourceId(reader.source(i)) + ":" + batch.seq(i));
          }
        }
        done += batch.size();
        if (!progress.report(done, input.events())) {
          throw new CancelledException();
        }
      }
    }
    return table.build();
  }

  private static boolean sees(EventFilter filter, EventBatch batch, int i) {
    if (!filter.names().isEmpty() && !filter.names().contains(batch.name().text(i))) {
      return false;
    }
    for (Map.Entry<String, List<String>> wanted : filter.properties().entrySet()) {
      boolean found = false;
      for (PropertyColumn p : batch.properties()) {
        String text = p.name().equals(wanted.getKey()) ? p.values().text(i) : null;
        found |= text != null && wanted.getValue().contains(text);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }
}
