package dev.sojourn.server.commandline;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.lint.Finding;
import dev.sojourn.map.lint.MapLint;
import dev.sojourn.server.insight.JsonForm;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Looks a map over.
@Command(name = "lint", header = "Say what a map lacks.")
final class MapLintVerb implements Verb {

  @Parameters(paramLabel = "MAP.json", arity = "0..1", description = "the map")
  private @Nullable String map;

  private final JsonInput input = new JsonInput("MAP", "the map");

  @Override
  public void check(Problems problems) {
    input.check(map, problems);
  }

  @Override
  public ObjectNode run(Surroundings surroundings) throws IOException {
    List<Finding> found = MapLint.of(MapJson.read(input.bytes(surroundings)));
    ObjectNode json = JsonForm.object();
    ArrayNode findings = json.putArray("findings");
    for (Finding finding : found) {
      ObjectNode entry = findings.addObject();
      entry.put("severity", finding.severity().name());
      entry.put("rule", finding.rule().name());
      ArrayNode elements = entry.putArray("elements");
      finding.elements().forEach(element -> elements.add(element.toString()));
      entry.put("sentence", finding.sentence());
    }
    return json;
  }
}
