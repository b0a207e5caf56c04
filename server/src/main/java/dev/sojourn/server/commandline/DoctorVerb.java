package dev.sojourn.server.commandline;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.server.insight.JsonForm;
import dev.sojourn.store.DoctorReport;
import dev.sojourn.store.log.DamagedLogException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Checks every file.
@Command(
    name = "doctor",
    header = "Check every file, say what is wrong and mend what can be mended.",
    footer = {
      "",
      "The journeys are derived from the events, so damage to them is mended by building them again."
    })
final class DoctorVerb implements Verb {

  @Mixin private DataOptions data = new DataOptions();

  @Option(names = "--rebuild", description = "build the journeys again from the events")
  private boolean rebuild;

  @Override
  public void check(Problems problems) {
    data.check(problems);
  }

  @Override
  public @Nullable Path data() {
    return data.directory();
  }

  @Override
  public ObjectNode run(Surroundings surroundings) throws IOException {
    try {
      return data.work(
          surroundings,
          (workspace, progress) ->
              answer(workspace.doctor(rebuild, DataOptions.building(progress, surroundings))));
    } catch (DamagedLogException e) {
      ObjectNode json = JsonForm.object();
      json.put("healthy", false);
      ailment(
          json.putArray("findings").addObject(), "log", "", String.valueOf(e.getMessage()), true);
      json.put("rebuilt", false);
      return json;
    }
  }

  private static ObjectNode answer(DoctorReport report) {
    ObjectNode json = JsonForm.object();
    json.put("healthy", report.healthy());
    ArrayNode findings = json.putArray("findings");
    for (DoctorReport.Ailment found : report.findings()) {
      ailment(findings.addObject(), found.room(), found.file(), found.sentence(), found.damage());
    }
    json.put("rebuilt", report.rebuilt());
    json.put("customers", report.contents().customers());
    json.put("events", report.contents().events());
    json.put("eventNames", report.contents().eventNames());
    return json;
  }

  private static void ailment(
      ObjectNode json, String room, String file, String sentence, boolean damage) {
    json.put("room", room);
    json.put("file", file);
    json.put("sentence", sentence);
    json.put("damage", damage);
  }
}
