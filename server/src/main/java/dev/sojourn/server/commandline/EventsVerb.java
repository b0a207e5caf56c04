package dev.sojourn.server.commandline;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.server.insight.JsonForm;
import dev.sojourn.store.files.FileFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// What can be done with events as such.
@Command(name = "events", header = "Take events out again.", subcommands = EventsVerb.Export.class)
final class EventsVerb {

  private EventsVerb() {}

  /// Writes every event into one file.
  @Command(name = "export", header = "Write every event into one file.")
  static final class Export implements Verb {

    private static final List<FileFormat> FORMATS =
        List.of(FileFormat.PARQUET, FileFormat.CSV, FileFormat.JSONL);

    @Mixin private DataOptions data = new DataOptions();

    @Option(names = "--format", paramLabel = "FORMAT", description = "parquet, csv or jsonl")
    private @Nullable String formatName;

    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        description = "the file; replaced when it is there")
    private @Nullable String output;

    private @Nullable Path file;
    private FileFormat format = FileFormat.CSV;

    @Override
    public void check(Problems problems) {
      data.check(problems);
      List<String> allowed = FORMATS.stream().map(FileFormat::label).toList();
      if (formatName == null) {
        problems.add("--format", "is missing; allowed: " + String.join(", ", allowed) + ".");
      } else if (!allowed.contains(formatName)) {
        problems.notOneOf("--format", formatName, allowed);
      } else {
        format = FileFormat.named(formatName);
      }
      if (output == null || output.isEmpty()) {
        problems.add("--output", "is missing; name the file to be written, as in -o events.csv.");
        return;
      }
      file = DataOptions.path("--output", output, problems);
      if (file != null) {
        Path parent = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
          problems.add("--output", file + " is a directory; name a file.");
        } else if (parent != null && Files.exists(parent) && !Files.isDirectory(parent)) {
          problems.add("--output", parent + " is a file; it cannot hold another.");
        }
      }
    }

    @Override
    public @Nullable Path data() {
      return data.directory();
    }

    @Override
    public ObjectNode run(Surroundings surroundings) throws IOException {
      Path target = file;
      if (target == null) {
        throw new IllegalStateException("the options have not been checked");
      }
      return data.work(
          surroundings,
          (workspace, progress) -> {
            Path parent = target.toAbsolutePath().getParent();
            if (parent != null) {
              Files.createDirectories(parent);
            }
            long events = workspace.export(target, format);
            ObjectNode json = JsonForm.object();
            json.put("file", target.toString());
            json.put("format", format.label());
            json.put("events", events);
            json.put("bytes", Files.size(target));
            return json;
          });
    }
  }
}
