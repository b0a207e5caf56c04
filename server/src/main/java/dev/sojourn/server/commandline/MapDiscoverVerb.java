package dev.sojourn.server.commandline;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.map.json.MapJson;
import dev.sojourn.server.evidence.draft.Draft;
import dev.sojourn.server.evidence.draft.DraftJson;
import dev.sojourn.server.evidence.draft.DraftResult;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// Drafts a first map from the events.
@Command(
    name = "discover",
    header = "Draft a first map from the events.",
    footer = {
      "",
      "What the draft claims is measured on customers who were held out when it was drawn."
    })
final class MapDiscoverVerb implements Verb {

  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "MAP.json",
      description = "write the map to this file too")
  private @Nullable String output;

  @Option(names = "--assign", description = "say which typical journey each customer is nearest to")
  private boolean assign;

  private @Nullable Path file;

  @Override
  public void check(Problems problems) {
    data.check(problems);
    file = MapVerb.output(output, false, problems);
  }

  @Override
  public @Nullable Path data() {
    return data.directory();
  }

  @Override
  public ObjectNode run(Surroundings surroundings) throws IOException {
    return data.work(
        surroundings,
        (workspace, progress) -> {
          try (Engine engine = new Engine(Runtime.getRuntime().availableProcessors());
              Journeys journeys =
                  workspace.journeys(DataOptions.building(progress, surroundings))) {
            return answer(
                Draft.discover(journeys, assign, engine, MapVerb.watch(progress, surroundings)));
          }
        });
  }

  private ObjectNode answer(DraftResult draft) throws IOException {
    if (file != null) {
      MapVerb.write(file, MapJson.write(draft.map()));
    }
    return DraftJson.write(draft, assign);
  }
}
