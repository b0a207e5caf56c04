package dev.sojourn.server.demo;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.fold.CancelledException;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Reality;
import dev.sojourn.server.demo.harbour.HarbourEvents;
import dev.sojourn.server.evidence.draft.Draft;
import dev.sojourn.server.evidence.walk.Watch;
import dev.sojourn.store.ImportReport;
import dev.sojourn.store.NamedFile;
import dev.sojourn.store.Workspace;
import dev.sojourn.store.files.ImportOptions;
import dev.sojourn.store.journeys.BuildProgress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// A workspace of the demo. Loading can be stopped at any moment, also by a dying process, and done
/// again: what is stored is not stored twice, and the same events give the same map.
public enum DemoWorkspace {
  /// A real click stream of a web shop, and the map that the product drafts from it.
  SHOP(
      "shop",
      "Shop",
      false,
      "A semi-artificial click stream of a web shop, 3,751 visitors, published by the project"
          + " Retentioneering under the MPL 2.0. The map was drafted from it.",
      "simple-onlineshop.csv.gz",
      "Shop sample (simple-onlineshop)"),
  /// A chain that does not exist, and a map drawn by hand.
  HARBOUR_COFFEE(
      "harbour-coffee",
      "Harbour Coffee",
      true,
      "Synthetic: six coffee shops and 20,000 customers that do not exist. What is planted in their"
          + " events is written in docs/concepts/harbour-coffee.md.",
      "harbour-coffee-synthetic.csv",
      "Harbour Coffee (synthetic)");

  private final String id;
  private final String title;
  private final boolean synthetic;
  private final String note;
  private final String file;
  private final String source;

  DemoWorkspace(
      String id, String title, boolean synthetic, String note, String file, String source) {
    this.id = id;
    this.title = title;
    this.synthetic = synthetic;
    this.note = note;
    this.file = file;
    this.source = source;
  }

  /// Its name in addresses and on disk.
  public String id() {
    return id;
  }

  /// Its name on the screen.
  public String title() {
    return title;
  }

  /// Whether its events are made up.
  public boolean synthetic() {
    return synthetic;
  }

  /// What to know about it.
  public String note() {
    return note;
  }

  /// What its source of events is called.
  public String source() {
    return source;
  }

  /// Takes the events in, unless they are there, and gives the map to hold against them: the one
  /// drafted from them, or the one drawn by hand.
  ///
  /// @param engine aligns the journeys of a draft; stays the caller's to close
  /// @throws CancelledException when the one who waits gave up
  public DemoContent load(Workspace workspace, Engine engine, Watch watch) throws IOException {
    Path events = workspace.scratch().resolve(file);
    try {
      make(events, watch);
      ImportReport report = taken(workspace, events, watch);
      JourneyMap map =
          switch (this) {
            case SHOP -> drafted(workspace, engine, watch);
            case HARBOUR_COFFEE -> harbourMap();
          };
      Reality reality = map.reality();
      return new DemoContent(
          report,
          reality == null ? map : map.withReality(reality.withSources(List.of(source), synthetic)));
    } finally {
      Files.deleteIfExists(events);
    }
  }

  private void make(Path events, Watch watch) throws IOException {
    switch (this) {
      case SHOP -> {
        try (InputStream sample = resource("simple-shop/" + file)) {
          Files.copy(sample, events, StandardCopyOption.REPLACE_EXISTING);
        }
      }
      case HARBOUR_COFFEE -> {
        long written =
            HarbourEvents.write(
                events,
                done -> watch.progress().at("Making customers up", done, HarbourEvents.CUSTOMERS),
                watch.cancelled());
        if (written < 0) {
          throw new CancelledException();
        }
      }
    }
  }

  private ImportReport taken(Workspace workspace, Path events, Watch watch) throws IOException {
    ImportOptions found = ImportOptions.defaults();
    ImportOptions options =
        new ImportOptions(
            found.format(),
            null,
            null,
            null,
            null,
            null,
            found.timeZone(),
            null,
            this == HARBOUR_COFFEE ? "channel" : null,
            null,
            found.properties(),
            // Artificial end markers of the sample.
            this == SHOP ? Set.of("lost") : Set.of(),
            null);
    ImportReport report =
        workspace.importFile(
            new NamedFile(events, source),
            options,
            (_, done, total, _) -> {
              watch.progress().at("Taking events in", done, total);
              return !watch.cancelled().getAsBoolean();
            });
    if (report.cancelled()) {
      throw new CancelledException();
    }
    return report;
  }

  private static JourneyMap drafted(Workspace workspace, Engine engine, Watch watch)
      throws IOException {
    try (Journeys journeys = workspace.journeys(building(watch))) {
      return Draft.discover(journeys, false, engine, watch).map();
    }
  }

  private static BuildProgress building(Watch watch) {
    return (done, total) -> {
      watch.progress().at("Putting journeys in order", done, total);
      return !watch.cancelled().getAsBoolean();
    };
  }

  /// The map of Harbour Coffee as it was drawn, without what was measured.
  public static JourneyMap harbourMap() throws IOException {
    try (InputStream drawn = resource("harbour-coffee.json")) {
      return MapJson.read(drawn.readAllBytes());
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        DemoWorkspace.class.getResourceAsStream(name), () -> name + " is not in the jar");
  }
}
