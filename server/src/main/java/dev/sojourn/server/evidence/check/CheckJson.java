package dev.sojourn.server.evidence.check;

import dev.sojourn.map.model.CheckResult;
import dev.sojourn.map.model.Claim;
import dev.sojourn.server.insight.JsonForm;
import dev.sojourn.server.insight.ResultWriter;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A check as the JSON object that `map check` answers: fitness, coverage and deviations have the
/// form that the alignment analysis gives them.
public final class CheckJson {

  private CheckJson() {}

  /// The object; fitness and coverage are null when nothing on the map can be seen in events.
  public static ObjectNode write(CheckReport report) {
    ObjectNode json = JsonForm.object();
    json.put("map", report.map().key());
    json.put("version", report.version());
    if (report.alignment() == null) {
      json.putNull("fitness");
      json.putNull("coverage");
    } else {
      ResultWriter.alignment(report.alignment(), json);
    }
    ArrayNode claims = json.putArray("claims");
    for (CheckReport.Checked checked : report.claims()) {
      claims.add(claim(checked));
    }
    return json;
  }

  private static ObjectNode claim(CheckReport.Checked checked) {
    Claim claim = checked.claim();
    CheckResult result = checked.result();
    ObjectNode json = JsonForm.object();
    json.put("claim", claim.id().toString());
    json.put("element", claim.element().toString());
    json.put("name", checked.element());
    json.put("other", claim.other() == null ? null : claim.other().toString());
    json.put("type", claim.claimType().name());
    json.put("statement", claim.statement());
    json.put("verdict", result.verdict().name());
    json.put("n", result.n());
    json.put("needed", result.needed());
    json.set("observed", JsonForm.decimal(result.observed()));
    json.set("low", JsonForm.decimal(result.low()));
    json.set("high", JsonForm.decimal(result.high()));
    json.put("sentence", result.sentence());
    return json;
  }
}
