package dev.sojourn.store;

import dev.sojourn.store.files.FileFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// What became of the files of an import.
///
/// @param files one entry a file, in the order in which they were named; files that a cancelled
///   import did not come to have none
/// @param rejectedFile where the refused rows are kept, as JSON Lines; null when there are none
/// @param reasons the first few refused rows in words, one a file
/// @param cancelled whether it was stopped before the end
public record ImportReport(
    List<FileReport> files, @Nullable Path rejectedFile, List<String> reasons, boolean cancelled) {

  public ImportReport {
    files = List.copyOf(files);
    reasons = List.copyOf(reasons);
  }

  /// What became of the rows of one file: every row read is stored, a duplicate, rejected, dropped
  /// or suppressed.
  ///
  /// @param file as it was named
  /// @param source what the log calls it
  /// @param facts what was found, given or assumed before the first event
  /// @param read rows met
  /// @param stored new events
  /// @param duplicates events that were there before
  /// @param rejected rows that are no events
  /// @param dropped events left out because of their name, as asked
  /// @param suppressed events of erased customers, refused
  /// @param futureTimes events, stored or not, that are later than the moment of the import
  /// @param zoneAssumed whether a time without offset was read in the zone of the facts
  /// @param truncated whether the file is cut off or damaged from some point on
  public record FileReport(
      String file,
      String source,
      FileFacts facts,
      long read,
      long stored,
      long duplicates,
      long rejected,
      long dropped,
      long suppressed,
      long futureTimes,
      boolean zoneAssumed,
      boolean truncated) {

    /// The same when some of the duplicates were stored by an earlier run of the same import.
    public FileReport storedBefore(long earlier) {
      return new FileReport(
          file,
          source,
          facts,
          read,
          stored + earlier,
          duplicates - earlier,
          rejected,
          dropped,
          suppressed,
          futureTimes,
          zoneAssumed,
          truncated);
    }

    /// Rows that are events, whether or not they are new.
    public long usable() {
      return stored + duplicates + dropped + suppressed;
    }
  }

  /// The sum of a count over all files.
  public long sum(ToLongFunction<FileReport> count) {
    return files.stream().mapToLong(count).sum();
  }
}
