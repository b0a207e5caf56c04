package dev.sojourn.store.files;

import dev.sojourn.kernel.spec.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A format of event files.
public enum FileFormat {
  /// Found by looking into the file.
  AUTO,
  /// Delimited text with a header row; the delimiter is one of `, ; tab |`.
  CSV,
  /// One JSON object a line.
  JSONL,
  /// Apache Parquet.
  PARQUET,
  /// The XML of process mining, IEEE 1849.
  XES;

  /// The name on the command line and in results.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The format with this name.
  ///
  /// @throws dev.sojourn.kernel.spec.RefusedException naming the supported ones, when there is none
  public static FileFormat named(String label) {
    for (FileFormat f : values()) {
      if (f.label().equals(label)) {
        return f;
      }
    }
    Problems problems = new Problems();
    problems.notOneOf("--format", label, labels());
    problems.refuse();
    throw new IllegalStateException("refuse() returned with a problem noted");
  }

  /// The names that [#named(String)] takes.
  public static List<String> labels() {
    return Arrays.stream(values()).map(FileFormat::label).toList();
  }
}
