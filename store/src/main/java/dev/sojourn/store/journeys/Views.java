package dev.sojourn.store.journeys;

import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.spec.EventFilter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The views of the newest generation, at most [#MAX_VIEWS]; the one that was not asked for the
/// longest goes first. A filter on names alone is applied while reading and costs no file; one on
/// properties is built from the log into a folder of its own, which a later process takes over when
/// it still fits. For one thread.
final class Views implements AutoCloseable {

  static final int MAX_VIEWS = 8;

  private final Path folder;
  private final Map<EventFilter, Built> built = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<EventFilter, FilteredJourneys> counted = new LinkedHashMap<>(16, 0.75f, true);

  /// A view with files.
  private record Built(Path folder, Generation generation) {}

  Views(Path folder) {
    this.folder = folder;
  }

  /// Forgets all views and removes their files, because the generation has changed.
  void clear() throws IOException {
    close();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder)) {
        for (Path view : folders) {
          remove(view);
        }
      }
    }
  }

  /// The view of a generation.
  ///
  /// @param all a snapshot of the generation; closed with the view, or when there is none
  /// @param input the log in the state that the generation shows
  Journeys view(
      StoreJourneys all,
      Manifest manifest,
      long throughMicros,
      EventFilter filter,
      EventInput input,
      BuildProgress progress)
      throws IOException {
    if (filter.properties().isEmpty()) {
      return byName(all, filter);
    }
    Built view = built.get(filter);
    all.close();
    if (view == null) {
      view = build(manifest, filter, input, progress);
      built.put(filter, view);
      drop();
    }
    view.generation().retain();
    return new StoreJourneys(view.generation(), throughMicros);
  }

  private Journeys byName(StoreJourneys all, EventFilter filter) {
    FilteredJourneys known = counted.get(filter);
    if (known != null) {
      return new FilteredJourneys(all, known);
    }
    FilteredJourneys view = new FilteredJourneys(all, Set.copyOf(filter.names()));
    counted.put(filter, view);
    if (counted.size() > MAX_VIEWS) {
      counted.remove(counted.keySet().iterator().next());
    }
    return view;
  }

  private Built build(
      Manifest manifest, EventFilter filter, EventInput input, BuildProgress progress)
      throws IOException {
    Path path = folder.resolve(key(filter));
    StoreFolder files = new StoreFolder(path);
    Manifest known = files.readFitting(manifest);
    if (known != null) {
      Generation generation = files.openIfWhole(known);
      if (generation != null) {
        return new Built(path, generation);
      }
    }
    Manifest fresh = new BulkBuild(files, input, filter, progress).build(1);
    files.publish(fresh);
    return new Built(path, Generation.open(files, fresh, false));
  }

  private void drop() throws IOException {
    Iterator<Built> oldest = built.values().iterator();
    while (built.size() > MAX_VIEWS) {
      Built view = oldest.next();
      oldest.remove();
      view.generation().release();
      remove(view.folder());
    }
  }

  private static void remove(Path view) throws IOException {
    if (Files.isDirectory(view)) {
      new StoreFolder(view).sweep(null);
      Files.delete(view);
    }
  }

  /// A name for the folder of a filter: equal filters have equal ones.
  private static String key(EventFilter filter) {
    StringBuilder text = new StringBuilder();
    filter.names().forEach(n -> text.append(n.length()).append(':').append(n));
    filter
        .properties()
        .forEach((name, values) -> {
          text.append(';').append(name.length()).append(':').append(name);
          values.forEach(v -> text.append(v.length()).append(':').append(v));
        });
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() {
    built.values().forEach(view -> view.generation().release());
    built.clear();
    counted.clear();
  }
}
