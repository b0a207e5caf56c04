package dev.sojourn.server.collect.internal;

import dev.sojourn.kernel.fold.CancelledException;
import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.server.collect.ImportAnswer;
import dev.sojourn.server.collect.Imported;
import dev.sojourn.server.collect.OptionsForm;
import dev.sojourn.server.collect.Source;
import dev.sojourn.server.jobs.Job;
import dev.sojourn.server.jobs.JobHandler;
import dev.sojourn.server.jobs.JobKind;
import dev.sojourn.server.jobs.JobRun;
import dev.sojourn.server.jobs.Jobs;
import dev.sojourn.server.workspace.Workspaces;
import dev.sojourn.store.Contents;
import dev.sojourn.store.ImportReport;
import dev.sojourn.store.ImportReport.FileReport;
import dev.sojourn.store.SourceContents;
import dev.sojourn.store.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Imports uploads as jobs. A bad file does not keep the good ones out: its problems stand in the
/// result.
@Component
public class Imports implements JobHandler {

  private final Workspaces workspaces;
  private final ReceivedFiles received;
  private final KnownSources sources;
  private final SourceBook book;
  private final ObjectProvider<Jobs> jobs;
  private final ApplicationEventPublisher events;
  private final ObjectMapper json;

  Imports(
      Workspaces workspaces,
      ReceivedFiles received,
      KnownSources sources,
      SourceBook book,
      ObjectProvider<Jobs> jobs,
      ApplicationEventPublisher events,
      ObjectMapper json) {
    this.workspaces = workspaces;
    this.received = received;
    this.sources = sources;
    this.book = book;
    this.jobs = jobs;
    this.events = events;
    this.json = json;
  }

  /// What an import is asked to do, kept with its job.
  record Wish(List<Upload> uploads, OptionsForm options, boolean draft) {}

  /// Starts an import.
  ///
  /// @throws RefusedException when an option is wrong
  public Job start(String workspace, List<String> uploads, OptionsForm options, boolean draft) {
    options.options();
    if (uploads.isEmpty()) {
      throw new RefusedException("uploads", "is empty; name at least one upload.");
    }
    List<Upload> files =
        uploads.stream().distinct().map(id -> received.require(workspace, id)).toList();
    String title =
        files.size() == 1
            ? "Import of " + files.getFirst().name()
            : "Import of " + files.size() + " files";
    return jobs.getObject()
        .start(workspace, JobKind.IMPORT, title, json.valueToTree(new Wish(files, options, draft)));
  }

  @Override
  public JobKind kind() {
    return JobKind.IMPORT;
  }

  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public ObjectNode run(JobRun run) throws IOException {
    Wish wish = json.convertValue(run.input(), Wish.class);
    Workspace workspace = workspaces.require(run.workspace());
    Map<String, Long> before = book.begun(run.id(), counts(workspace));
    FilesOfImport files = new FilesOfImport(run, workspace, wish.uploads(), received);
    boolean whole = false;
    try {
      files.take(wish.options().options());
      whole = true;
    } finally {
      Map<String, Long> now = counts(workspace);
      files
          .reports(report -> settled(report, before, now))
          .forEach(report -> sources.keep(run.workspace(), report, Source.Kind.FILE, false));
      if (!whole) {
        workspaces.eventsChanged(run.workspace());
      }
    }
    Map<String, Long> now = counts(workspace);
    List<ImportReport> reports = files.reports(report -> settled(report, before, now));
    refuseIfNothing(files.problems(), reports);
    ObjectNode result = result(run, workspace, reports, files.problems());
    workspaces.eventsChanged(run.workspace());
    book.ended(run.id());
    for (Upload upload : wish.uploads()) {
      received.remove(run.workspace(), upload.id());
    }
    events.publishEvent(new Imported(run.workspace(), run.id(), wish.draft()));
    return result;
  }

  private static Map<String, Long> counts(Workspace workspace) {
    return workspace.sources().stream()
        .collect(Collectors.toMap(SourceContents::source, SourceContents::events));
  }

  /// What all runs of this import stored, whichever of them did: to a run after a break the events
  /// of the one before look like duplicates.
  private static FileReport settled(
      FileReport file, Map<String, Long> before, Map<String, Long> now) {
    long grown = now.getOrDefault(file.source(), 0L) - before.getOrDefault(file.source(), 0L);
    long earlier = Math.clamp(grown - file.stored(), 0, file.duplicates());
    return earlier == 0 ? file : file.storedBefore(earlier);
  }

  private static void refuseIfNothing(List<Problem> problems, List<ImportReport> reports) {
    if (reports.stream().allMatch(report -> report.sum(FileReport::usable) == 0)) {
      throw new RefusedException(problems);
    }
  }

  private ObjectNode result(
      JobRun run, Workspace workspace, List<ImportReport> reports, List<Problem> problems)
      throws IOException {
    ImportReport all =
        new ImportReport(
            reports.stream().flatMap(report -> report.files().stream()).toList(),
            null,
            List.of(),
            false);
    ObjectNode answer;
    try (Journeys journeys =
        workspace.journeys((done, total) -> {
          run.progress(done, total, "events", "Putting journeys in order.");
          return !run.cancelled().getAsBoolean();
        })) {
      answer = ImportAnswer.of(all, Contents.of(journeys));
    }
    answer.remove("rejectedFile");
    ArrayNode files = (ArrayNode) answer.get("files");
    for (int i = 0; i < files.size(); i++) {
      ((ObjectNode) files.get(i)).put("source", Source.idOf(all.files().get(i).source()));
    }
    answer.put("source", Source.idOf(all.files().getFirst().source()));
    answer.set("problems", json.valueToTree(problems));
    if (run.cancelled().getAsBoolean()) {
      throw new CancelledException();
    }
    return answer;
  }
}
