package dev.sojourn.server.collect;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.server.insight.JsonForm;
import dev.sojourn.store.Contents;
import dev.sojourn.store.ImportReport;
import dev.sojourn.store.ImportReport.FileReport;
import java.nio.file.Path;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON form of what became of an import.
public final class ImportAnswer {

  private ImportAnswer() {}

  /// Refuses an import of which not one row is an event.
  ///
  /// @throws RefusedException with a reason a file
  public static void refuseUnusable(ImportReport report) {
    if (report.sum(FileReport::usable) > 0) {
      return;
    }
    Problems problems = new Problems();
    for (FileReport file : report.files()) {
      problems.add(
          file.file(),
          file.read() == 0 ? "has no rows." : "none of its " + file.read() + " rows is an event.");
    }
    report.reasons().forEach(reason -> problems.add("", reason));
    Path kept = report.rejectedFile();
    if (kept != null) {
      problems.add("", "The refused rows are kept in " + kept.toAbsolutePath() + ".");
    }
    problems.refuse();
  }

  /// The JSON form.
  ///
  /// @param report what became of the files
  /// @param contents what the workspace holds now
  public static ObjectNode of(ImportReport report, Contents contents) {
    ObjectNode json = JsonForm.object();
    ArrayNode files = json.putArray("files");
    report.files().forEach(file -> file(file, files.addObject()));
    json.put("read", report.sum(FileReport::read));
    json.put("stored", report.sum(FileReport::stored));
    json.put("duplicates", report.sum(FileReport::duplicates));
    json.put("rejected", report.sum(FileReport::rejected));
    json.put("customers", contents.customers());
    json.put("eventNames", contents.eventNames());
    json.set("firstTime", JsonForm.instant(contents.firstTime()));
    json.set("lastTime", JsonForm.instant(contents.lastTime()));
    Path kept = report.rejectedFile();
    json.put("rejectedFile", kept == null ? null : kept.toAbsolutePath().toString());
    return json;
  }

  private static void file(FileReport file, ObjectNode json) {
    json.put("file", file.file());
    json.put("format", file.facts().format().label());
    ObjectNode roles = json.putObject("roles");
    file.facts().roles().forEach(roles::put);
    json.put("read", file.read());
    json.put("stored", file.stored());
    json.put("duplicates", file.duplicates());
    json.put("rejected", file.rejected());
    json.put("truncated", file.truncated());
    json.put("dropped", file.dropped());
    json.put("suppressed", file.suppressed());
    json.put("futureTimes", file.futureTimes());
    json.put("assumedTimeZone", file.zoneAssumed() ? zone(file) : null);
    ArrayNode notes = json.putArray("notes");
    file.facts().notes().forEach(notes::add);
  }

  private static String zone(FileReport file) {
    String id = file.facts().timeZone().getId();
    return id.equals("Z") ? "UTC" : id;
  }
}
