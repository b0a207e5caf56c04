package dev.sojourn.server.commandline;

import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.server.collect.ImportAnswer;
import dev.sojourn.store.Contents;
import dev.sojourn.store.ImportReport;
import dev.sojourn.store.Workspace;
import dev.sojourn.store.files.FileFormat;
import dev.sojourn.store.files.ImportOptions;
import dev.sojourn.store.files.PropertyChoice;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// Takes event files in.
@Command(
    name = "import",
    header = "Take event files in: CSV, JSON Lines, Parquet, XES, each also gzipped.",
    footer = {
      "",
      "Columns that are not named are found by looking into the file. Importing a file again stores",
      "nothing twice; an import that was stopped goes on when it is run again."
    })
final class ImportVerb implements Verb {

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "the files")
  private List<String> names = new ArrayList<>();

  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "auto (what the file says), csv, jsonl, parquet, xes")
  private String formatName = "auto";

  @Option(names = "--customer", paramLabel = "COL", description = "whose event it is")
  private @Nullable String customer;

  @Option(names = "--event", paramLabel = "COL", description = "what happened")
  private @Nullable String event;

  @Option(names = "--time", paramLabel = "COL", description = "when it happened")
  private @Nullable String time;

  @Option(
      names = "--order",
      paramLabel = "COL",
      description = "where there is no time: the number by which events follow one another")
  private @Nullable String order;

  @Option(
      names = "--time-format",
      paramLabel = "F",
      description = "a pattern such as dd.MM.yyyy HH:mm, or epoch-seconds, epoch-millis, …")
  private @Nullable String timeFormat;

  @Option(
      names = "--time-zone",
      paramLabel = "Z",
      description = "the zone of times without offset, such as Europe/Berlin; UTC when not given")
  private @Nullable String timeZoneName;

  @Option(names = "--event-id", paramLabel = "COL", description = "the id of the event")
  private @Nullable String eventId;

  @Option(names = "--channel", paramLabel = "COL", description = "the channel of the event")
  private @Nullable String channel;

  @Option(
      names = "--channel-value",
      paramLabel = "V",
      description = "the channel of every event in these files")
  private @Nullable String channelValue;

  @Option(
      names = "--properties",
      paramLabel = "A,B,…",
      description = "the other columns to keep; all when not given")
  private @Nullable String properties;

  @Option(names = "--no-properties", description = "keep no other column")
  private boolean noProperties;

  @Option(
      names = "--drop-event",
      paramLabel = "NAME",
      description = "leave events of this name out; may be given several times")
  private List<String> dropEvents = new ArrayList<>();

  @Option(
      names = "--encoding",
      paramLabel = "E",
      description = "the encoding of text that is neither UTF-8 nor marked as UTF-16")
  private @Nullable String encodingName;

  private final List<Path> files = new ArrayList<>();
  private ImportOptions options = ImportOptions.defaults();

  @Override
  public void check(Problems problems) {
    data.check(problems);
    if (names.isEmpty()) {
      problems.add("FILE", "is missing; name at least one file.");
    }
    for (String name : names) {
      Path file = DataOptions.path("FILE", name, problems);
      if (file != null) {
        files.add(file);
      }
    }
    exclusive(problems, "--time", time, "--order", order);
    exclusive(problems, "--channel", channel, "--channel-value", channelValue);
    exclusive(problems, "--properties", properties, "--no-properties", noProperties ? "" : null);
    FileFormat format = gathered(problems, () -> FileFormat.named(formatName), FileFormat.AUTO);
    String zone = timeZoneName;
    ZoneId timeZone =
        zone == null
            ? ZoneOffset.UTC
            : gathered(problems, () -> ImportOptions.zoneNamed(zone), ZoneOffset.UTC);
    String encoded = encodingName;
    Charset encoding =
        encoded == null
            ? null
            : gathered(
                problems, () -> ImportOptions.encodingNamed(encoded), Charset.defaultCharset());
    if (problems.isEmpty()) {
      options =
          new ImportOptions(
              format,
              customer,
              event,
              time,
              order,
              timeFormat,
              timeZone,
              eventId,
              channel,
              channelValue,
              choice(),
              Set.copyOf(dropEvents),
              encoding);
    }
  }

  private static void exclusive(
      Problems problems,
      String one,
      @Nullable String first,
      String other,
      @Nullable String second) {
    if (first != null && second != null) {
      problems.add(one, "cannot be given together with " + other + "; give one of them.");
    }
  }

  private static <T> T gathered(Problems problems, Supplier<T> value, T otherwise) {
    try {
      return value.get();
    } catch (RefusedException e) {
      for (Problem problem : e.problems()) {
        problems.add(problem.field(), problem.message());
      }
      return otherwise;
    }
  }

  private PropertyChoice choice() {
    if (noProperties) {
      return new PropertyChoice.None();
    }
    return properties == null
        ? new PropertyChoice.All()
        : new PropertyChoice.Named(List.of(properties.split(",", -1)));
  }

  @Override
  public @Nullable Path data() {
    return data.directory();
  }

  @Override
  public ObjectNode run(Surroundings surroundings) throws IOException {
    try {
      return data.work(
          surroundings, (workspace, progress) -> taken(workspace, progress, surroundings));
    } finally {
      // What was read before it was stopped or refused is stored.
      data.changed(surroundings);
    }
  }

  private ObjectNode taken(Workspace workspace, Progress progress, Surroundings surroundings)
      throws IOException {
    ImportReport report =
        workspace.importFiles(
            files,
            options,
            (file, done, total, rows) -> {
              progress.show("Reading " + file.getFileName() + ", " + rows + " rows,", done, total);
              return !surroundings.cancelled().getAsBoolean();
            });
    if (report.cancelled()) {
      throw new StoppedException(
          "Stopped as asked: "
              + report.sum(ImportReport.FileReport::stored)
              + " new events are stored. Run the same command again to go on.");
    }
    ImportAnswer.refuseUnusable(report);
    try (Journeys journeys = workspace.journeys(DataOptions.building(progress, surroundings))) {
      return ImportAnswer.of(report, Contents.of(journeys));
    }
  }
}
