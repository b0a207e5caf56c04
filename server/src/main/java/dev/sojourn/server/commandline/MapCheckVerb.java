package dev.sojourn.server.commandline;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.server.evidence.check.Check;
import dev.sojourn.server.evidence.check.CheckJson;
import dev.sojourn.server.evidence.check.CheckReport;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// Gives every claim of a map its verdict.
@Command(
    name = "check",
    header = "Hold a map against every customer's journey and give each claim its verdict.")
final class MapCheckVerb implements Verb {

  @Parameters(paramLabel = "MAP.json", arity = "0..1", description = "the map")
  private @Nullable String map;

  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.json",
      description = "write the map with its verdicts to this file")
  private @Nullable String output;

  private final JsonInput input = new JsonInput("MAP", "the map");
  private @Nullable Path file;

  @Override
  public void check(Problems problems) {
    input.check(map, problems);
    data.check(problems);
    file = MapVerb.output(output, false, problems);
  }

  @Override
  public @Nullable Path data() {
    return data.directory();
  }

  @Override
  public ObjectNode run(Surroundings surroundings) throws IOException {
    JourneyMap read = MapJson.read(input.bytes(surroundings));
    return data.work(
        surroundings,
        (workspace, progress) -> {
          try (Engine engine = new Engine(Runtime.getRuntime().availableProcessors());
              Journeys journeys =
                  workspace.view(
                      Check.properties(read), DataOptions.building(progress, surroundings))) {
            return answer(Check.run(read, journeys, engine, MapVerb.watch(progress, surroundings)));
          }
        });
  }

  private ObjectNode answer(CheckReport report) throws IOException {
    if (file != null) {
      MapVerb.write(file, MapJson.write(report.checkedMap()));
    }
    return CheckJson.write(report);
  }
}
