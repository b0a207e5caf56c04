package dev.sojourn.server.commandline;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.map.diff.Change;
import dev.sojourn.map.diff.MapDiff;
import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.server.insight.JsonForm;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Compares two versions of a map.
@Command(name = "diff", header = "Say what changed from one version of a map to another.")
final class MapDiffVerb implements Verb {

  @Parameters(index = "0", paramLabel = "A.json", arity = "0..1", description = "the older version")
  private @Nullable String before;

  @Parameters(index = "1", paramLabel = "B.json", arity = "0..1", description = "the newer version")
  private @Nullable String after;

  private final JsonInput older = new JsonInput("A", "the older map");
  private final JsonInput newer = new JsonInput("B", "the newer map");

  @Override
  public void check(Problems problems) {
    older.check(before, problems);
    newer.check(after, problems);
  }

  @Override
  public ObjectNode run(Surroundings surroundings) throws IOException {
    JourneyMap from = MapJson.read(older.bytes(surroundings));
    JourneyMap to = MapJson.read(newer.bytes(surroundings));
    ObjectNode json = JsonForm.object();
    ArrayNode changes = json.putArray("changes");
    for (Change change : MapDiff.of(from, to)) {
      changes
          .addObject()
          .put("kind", change.kind().name())
          .put("element", change.element().toString())
          .put("sentence", change.sentence());
    }
    return json;
  }
}
