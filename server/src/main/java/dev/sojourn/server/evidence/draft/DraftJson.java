package dev.sojourn.server.evidence.draft;

import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.server.insight.JsonForm;
import dev.sojourn.server.insight.ResultWriter;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A draft as the JSON object that `map discover` answers.
public final class DraftJson {

  private DraftJson() {}

  /// @param assign whether the journey of every customer is written
  public static ObjectNode write(DraftResult draft, boolean assign) {
    ObjectNode json = JsonForm.object();
    json.set(
        "map",
        JsonForm.readObject(
            "the draft", MapJson.write(draft.map()).getBytes(StandardCharsets.UTF_8)));
    ArrayNode journeys = json.putArray("journeys");
    for (JourneyMap.TypicalJourney journey : draft.journeys()) {
      ObjectNode entry = journeys.addObject();
      journey.path().forEach(entry.putArray("path")::add);
      entry.put("units", journey.customers());
    }
    if (assign) {
      ObjectNode assignment = json.putObject("assignment");
      draft.assignment().forEach(assignment::put);
    }
    json.set("coverage", ResultWriter.rate(draft.coverage()));
    draft.sentences().forEach(json.putArray("sentences")::add);
    return json;
  }
}
