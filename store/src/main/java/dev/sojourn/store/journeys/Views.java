package dev.sojourn.store.journeys;

import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.ToldApart;
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
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The views of the newest generation, at most [#MAX_VIEWS]; the one that was not asked for the
/// longest goes first. A filter on names alone is applied while reading and costs no file; one on
/// properties is built from the log into a folder of its own, which a later process takes over when
/// it still fits. For one thread.
final class Views implements AutoCloseable {

  static final int MAX_VIEWS = 8;

  private final Path folder;
  private final Map<Wanted, Built> built = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<EventFilter, FilteredJourneys> counted = new LinkedHashMap<>(16, 0.75f, true);

  /// Which view.
  ///
  /// @param filter hides events
  /// @param apart tells events of one name apart
  record Wanted(EventFilter filter, ToldApart apart) {}

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
      Wanted wanted,
      EventInput input,
      BuildProgress progress)
      throws IOException {
    if (wanted.filter().properties().isEmpty() && wanted.apart().isNothing()) {
      return byName(all, wanted.filter());
    }
    Built view = built.get(wanted);
    all.close();
    if (view == null) {
      view = build(manifest, wanted, input, progress);
      built.put(wanted, view);
      drop();
    }
    view.generation().retain();
    Journeys journeys = new StoreJourneys(view.generation(), throughMicros);
    return wanted.apart().isNothing() ? journeys : new ApartJourneys(journeys, wanted.apart());
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

  private Built build(Manifest manifest, Wanted wanted, EventInput input, BuildProgress progress)
      throws IOException {
    Path path = folder.resolve(key(wanted));
    StoreFolder files = new StoreFolder(path);
    Manifest known = files.readFitting(manifest);
    if (known != null) {
      Generation generation = files.openIfWhole(known);
      if (generation != null) {
        return new Built(path, generation);
      }
    }
    Manifest fresh =
        new BulkBuild(files, input, wanted.filter(), wanted.apart(), progress).build(1);
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

  /// A name for the folder of a view: equal views have equal ones.
  private static String key(Wanted wanted) {
    StringBuilder text = new StringBuilder();
    wanted.filter().names().forEach(n -> text.append(n.length()).append(':').append(n));
    add(text, wanted.filter().properties());
    wanted
        .apart()
        .events()
        .forEach((event, properties) -> {
          text.append('/').append(event.length()).append(':').append(event);
          add(text, properties);
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

  private static void add(StringBuilder text, Map<String, List<String>> properties) {
    properties.forEach((name, values) -> {
      text.append(';').append(name.length()).append(':').append(name);
      values.forEach(v -> text.append(v.length()).append(':').append(v));
    });
  }

  @Override
  public void close() {
    built.values().forEach(view -> view.generation().release());
    built.clear();
    counted.clear();
  }
}
