package dev.sojourn.store;

import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.event.EventBatch;
import dev.sojourn.store.event.EventHashes;
import dev.sojourn.store.files.EventFile;
import dev.sojourn.store.files.EventFileReader;
import dev.sojourn.store.files.ImportOptions;
import dev.sojourn.store.files.RejectedRow;
import dev.sojourn.store.files.SourceId;
import dev.sojourn.store.log.Appended;
import dev.sojourn.store.log.EventLog;
import dev.sojourn.store.log.Import;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes files into a log: all of them are looked at before the first event is stored, so that a
/// mistake in one of them leaves nothing half done.
final class FileImport {

  private static final List<Pattern> PIECES =
      List.of(
          Pattern.compile("[,;\t|\"]"),
          Pattern.compile("[,;\t|\":{}\\[\\]]"),
          Pattern.compile("[^\\p{L}\\p{N}]+"));

  private static final String MENDED =
      "the file is one that was imported before, with refused rows mended or taken out: what was"
          + " stored then counts as duplicates";

  private final EventLog log;
  private final Path rejectedFolder;
  private final TakenFiles known;
  private final Path scratch;
  private final ImportOptions options;
  private final Instant now;
  private final ImportProgress progress;

  FileImport(
      EventLog log,
      Path rejectedFolder,
      TakenFiles known,
      Path scratch,
      ImportOptions options,
      Instant now,
      ImportProgress progress) {
    this.log = log;
    this.rejectedFolder = rejectedFolder;
    this.known = known;
    this.scratch = scratch;
    this.options = options;
    this.now = now;
    this.progress = progress;
  }

  ImportReport run(List<NamedFile> files) throws IOException {
    List<Known> sources = look(files);
    List<ImportReport.FileReport> reports = new ArrayList<>();
    boolean cancelled = false;
    try (RejectedFile rejected = new RejectedFile(rejectedFolder.resolve(name(sources)))) {
      for (int i = 0; i < files.size() && !cancelled; i++) {
        Taken taken = take(files.get(i), sources.get(i), rejected);
        reports.add(taken.report());
        cancelled = taken.cancelled();
      }
      return new ImportReport(reports, rejected.finish(), rejected.reasons(), cancelled);
    }
  }

  /// A file with the source that its events belong to.
  ///
  /// @param mended what was taken of it before its refused rows were mended; null when it is as new
  private record Known(SourceId file, SourceId source, Mending.@Nullable Found mended) {}

  /// Opens every file once without storing anything.
  private List<Known> look(List<NamedFile> files) throws IOException {
    Problems problems = new Problems();
    List<Known> sources = new ArrayList<>();
    for (NamedFile file : files) {
      String unreadable = unreadable(file.path());
      if (unreadable != null) {
        problems.add(file.name(), unreadable);
        continue;
      }
      try (EventFileReader reader = EventFile.open(file.path(), scratch, options, now, row -> {})) {
        reader.facts();
      } catch (RefusedException e) {
        e.problems().forEach(problem -> problems.add(file.name(), problem.toString()));
      }
    }
    problems.refuse();
    for (NamedFile file : files) {
      sources.add(known(file));
    }
    return sources;
  }

  private Known known(NamedFile file) throws IOException {
    SourceId id = EventFile.fingerprint(file.path());
    if (known.isEmpty()) {
      return new Known(id, id, null);
    }
    Optional<TakenFile> same = known.of(id);
    if (same.isPresent()) {
      return new Known(id, same.get().source(), null);
    }
    try (EventFileReader reader = EventFile.open(file.path(), scratch, options, now, row -> {})) {
      Optional<Mending.Found> mended =
          Mending.of(
              reader,
              known.ofShape(TakenFile.shape(reader.facts())),
              () ->
                  progress.report(
                      file.path(), reader.bytesRead(), reader.bytesTotal(), reader.rowsRead()));
      return mended
          .map(found -> new Known(id, found.before().source(), found))
          .orElse(new Known(id, id, null));
    } catch (RefusedException later) {
      // The import will meet the same place and keep what comes before it.
      return new Known(id, id, null);
    }
  }

  private static @Nullable String unreadable(Path file) throws IOException {
    if (!Files.exists(file)) {
      return "there is no such file.";
    }
    if (Files.isDirectory(file)) {
      return "is a directory; name the files in it.";
    }
    try {
      Files.newInputStream(file).close();
      return null;
    } catch (AccessDeniedException e) {
      return "this process may not read it.";
    }
  }

  /// The row, or only its number when it names somebody who was erased.
  ///
  /// The ledger knows hashes alone, so what stands in the row is cut at the delimiters of tables,
  /// at those of JSON and into plain words, and each piece is held against it.
  private RejectedRow withoutErased(RejectedRow row) {
    boolean erased =
        PIECES.stream()
            .flatMap(cut -> cut.splitAsStream(row.payload()))
            .map(String::strip)
            .anyMatch(log::isErased);
    return erased
        ? new RejectedRow(
            row.ordinal(), "", "the row names a customer who was erased; it is not kept", "")
        : row;
  }

  /// What the log calls a source.
  private static String source(SourceId id) {
    return "sha256:" + id.sha256();
  }

  private record Taken(ImportReport.FileReport report, boolean cancelled) {}

  private Taken take(NamedFile file, Known from, RejectedFile rejected) throws IOException {
    SourceId source = from.source();
    List<Long> refused = new ArrayList<>();
    try (EventFileReader reader =
            EventFile.open(
                file.path(),
                scratch,
                options,
                now,
                row -> {
                  if (refused.size() <= TakenFile.MOST_REFUSED) {
                    refused.add(row.ordinal());
                  }
                  rejected.add(file.name(), withoutErased(row));
                });
        Import into = log.begin(source(source))) {
      EventBatch batch = new EventBatch();
      EventHashes hashes = new EventHashes();
      RowSum sum = new RowSum();
      boolean cancelled = false;
      try {
        while (!cancelled && reader.next(batch)) {
          place(batch, from.mended(), hashes, sum);
          into.append(batch);
          cancelled =
              !progress.report(
                  file.path(), reader.bytesRead(), reader.bytesTotal(), reader.rowsRead());
        }
      } catch (RefusedException e) {
        throw partly(file, e, into.commit());
      }
      Appended appended = into.commit();
      if (!cancelled) {
        remember(from, reader, refused, sum);
      }
      return new Taken(
          new ImportReport.FileReport(
              file.name(),
              source(source),
              from.mended() == null ? reader.facts() : reader.facts().noting(MENDED),
              reader.rowsRead(),
              appended.stored(),
              appended.duplicates(),
              reader.rejected(),
              reader.dropped(),
              appended.suppressed(),
              reader.futureTimes(),
              reader.zoneAssumed(),
              reader.truncated()),
          cancelled);
    }
  }

  /// Gives the rows the numbers that they had before, and adds them up.
  private static void place(
      EventBatch batch, Mending.@Nullable Found mended, EventHashes hashes, RowSum sum) {
    long[] hash = hashes.of(batch);
    for (int i = 0; i < batch.size(); i++) {
      long row = batch.ordinal(i);
      sum.add(hash[i], row);
      long placed = mended == null ? row : mended.row(row);
      if (placed != row) {
        batch.seqs()[i] = batch.seq(i) == row ? placed : batch.seq(i);
        batch.ordinals()[i] = placed;
      }
    }
  }

  /// Remembers a file of which rows were refused, so that it is known again when they are mended;
  /// and one that was mended, so that it is known again as it is. One whose refused rows were taken
  /// out is known by what it was.
  private void remember(Known from, EventFileReader reader, List<Long> refused, RowSum sum)
      throws IOException {
    boolean inPlace = from.mended() != null && !from.mended().shortened();
    boolean mendable = from.mended() == null && !sum.isNothing() && !refused.isEmpty();
    if ((inPlace || mendable) && refused.size() <= TakenFile.MOST_REFUSED) {
      known.keep(
          from.file(),
          new TakenFile(
              from.source(),
              TakenFile.shape(reader.facts()),
              refused.stream().mapToLong(row -> row).toArray(),
              sum));
    }
  }

  private static RefusedException partly(NamedFile file, RefusedException refused, Appended kept) {
    List<Problem> problems = new ArrayList<>();
    for (Problem problem : refused.problems()) {
      problems.add(
          new Problem(
              file.name(),
              problem + " The " + kept.stored() + " new events before that place are stored."));
    }
    return new RefusedException(problems);
  }

  /// The same for the same files in the same order.
  private static String name(List<Known> sources) {
    StringJoiner all = new StringJoiner("\n");
    sources.forEach(source -> all.add(source.source().sha256()));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(all.toString().getBytes(StandardCharsets.US_ASCII));
      return "import-" + HexFormat.of().formatHex(hash, 0, 8) + ".jsonl";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
