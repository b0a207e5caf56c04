package dev.sojourn.server.commandline;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.server.insight.JsonForm;
import dev.sojourn.store.ErasureReport;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// Removes a person.
@Command(
    name = "erase",
    header = "Remove every byte of a person, and refuse their events from here on.",
    footer = {
      "",
      "TYPE is customer, or the kind of identifier, such as userId; VALUE is the identifier as it",
      "stands in the events."
    })
final class EraseVerb implements Verb {

  @Mixin private DataOptions data = new DataOptions();

  @Option(names = "--id", paramLabel = "TYPE:VALUE", description = "whom, such as customer:4711")
  private @Nullable String id;

  private String type = "";
  private String value = "";

  @Override
  public void check(Problems problems) {
    data.check(problems);
    if (id == null) {
      problems.add("--id", "is missing; write TYPE:VALUE, such as customer:4711.");
      return;
    }
    int colon = id.indexOf(':');
    if (colon < 1 || colon == id.length() - 1 || !id.substring(0, colon).matches("[A-Za-z_-]+")) {
      problems.add("--id", "'" + id + "' is not TYPE:VALUE, such as customer:4711.");
      return;
    }
    type = id.substring(0, colon);
    value = id.substring(colon + 1);
  }

  @Override
  public @Nullable Path data() {
    return data.directory();
  }

  @Override
  public ObjectNode run(Surroundings surroundings) throws IOException {
    ObjectNode answer =
        data.work(
            surroundings,
            (workspace, progress) ->
                answer(type, workspace.erase(value), data.eraseTexts(surroundings, value)));
    data.changed(surroundings);
    return answer;
  }

  /// The answer does not repeat the identifier, so that a kept answer is not personal data.
  private static ObjectNode answer(String type, ErasureReport report, long texts) {
    ObjectNode json = JsonForm.object();
    json.put("type", type);
    json.put("known", report.known());
    json.put("events", report.events());
    json.put("decisions", report.decisions());
    json.put("filesRewritten", report.filesRewritten());
    json.put("rejectedRows", report.rejectedRows());
    json.put("exports", report.exports());
    json.put("uploads", report.uploads());
    json.put("logLines", report.logLines());
    json.put("texts", texts);
    return json;
  }
}
