package dev.sojourn.server.collect.internal;

import dev.sojourn.kernel.fold.CancelledException;
import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.server.jobs.JobRun;
import dev.sojourn.server.platform.NotFoundException;
import dev.sojourn.store.ImportReport;
import dev.sojourn.store.ImportReport.FileReport;
import dev.sojourn.store.NamedFile;
import dev.sojourn.store.Workspace;
import dev.sojourn.store.files.ImportOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The files of one import, taken in one after the other. For one thread.
final class FilesOfImport {

  private static final long SECOND = 1_000_000_000L;

  private final JobRun run;
  private final Workspace workspace;
  private final List<Upload> uploads;
  private final ReceivedFiles received;
  private final long total;
  private final long begun = System.nanoTime();
  private final List<ImportReport> reports = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private long bytesBefore;
  private long rowsBefore;

  FilesOfImport(JobRun run, Workspace workspace, List<Upload> uploads, ReceivedFiles received) {
    this.run = run;
    this.workspace = workspace;
    this.uploads = uploads;
    this.received = received;
    this.total = uploads.stream().mapToLong(Upload::bytes).sum();
  }

  /// Takes them in.
  ///
  /// @throws CancelledException when it was asked to stop; what was read before is stored
  void take(ImportOptions options) throws IOException {
    for (Upload upload : uploads) {
      take(upload, options);
      bytesBefore += upload.bytes();
    }
  }

  private void take(Upload upload, ImportOptions options) throws IOException {
    try {
      NamedFile file = new NamedFile(received.path(run.workspace(), upload), upload.name());
      run.progress(bytesBefore, total, "bytes", "Looking into " + upload.name() + ".");
      ImportReport report =
          workspace.importFile(
              file,
              options,
              (path, done, size, rows) -> {
                run.progress(bytesBefore + done, total, "bytes", sentence(upload, rows));
                return !run.cancelled().getAsBoolean();
              });
      reports.add(report);
      rowsBefore += report.sum(FileReport::read);
      notUsable(upload, report);
      run.kept(stored() + " new events are stored");
      if (report.cancelled()) {
        throw new CancelledException();
      }
    } catch (RefusedException refused) {
      refused.problems().forEach(p -> problem(upload, p));
    } catch (NotFoundException gone) {
      problems.add(
          new Problem(upload.name(), "The file is not here any more; choose it once more."));
    }
  }

  /// The reader names the file and then what is wrong with it; here the file is the field.
  private void problem(Upload upload, Problem found) {
    String message = found.message();
    int option = message.startsWith("--") ? message.indexOf(": ") : -1;
    problems.add(
        new Problem(
            upload.name(),
            ScreenWords.sentence(option < 0 ? message : message.substring(option + 2))));
  }

  private void notUsable(Upload upload, ImportReport report) {
    if (report.cancelled() || report.sum(FileReport::usable) > 0) {
      return;
    }
    long read = report.sum(FileReport::read);
    String why =
        report.reasons().isEmpty()
            ? ""
            : " The first one: " + ScreenWords.sentence(reason(upload, report));
    problems.add(
        new Problem(
            upload.name(),
            read == 0
                ? "It has no rows of events."
                : "None of its " + Amounts.count(read) + " rows is an event." + why));
  }

  private static String reason(Upload upload, ImportReport report) {
    String reason = report.reasons().getFirst();
    String file = upload.name() + ", ";
    return reason.startsWith(file) ? reason.substring(file.length()) : reason;
  }

  private String sentence(Upload upload, long rows) {
    long all = rowsBefore + rows;
    long seconds = Math.max(1, (System.nanoTime() - begun) / SECOND);
    return "Reading "
        + upload.name()
        + ": "
        + Amounts.count(all)
        + " rows, "
        + Amounts.count(all / seconds)
        + " a second.";
  }

  private String stored() {
    return Amounts.count(reports.stream().mapToLong(r -> r.sum(FileReport::stored)).sum());
  }

  /// What became of the files that could be read.
  List<ImportReport> reports(UnaryOperator<FileReport> settled) {
    return reports.stream()
        .map(report ->
            new ImportReport(
                report.files().stream().map(settled).toList(),
                report.rejectedFile(),
                report.reasons(),
                report.cancelled()))
        .toList();
  }

  /// What kept files, or all of their rows, out.
  List<Problem> problems() {
    return List.copyOf(problems);
  }
}
