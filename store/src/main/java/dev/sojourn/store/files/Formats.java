package dev.sojourn.store.files;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.files.bytes.Utf8Input;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/// Knows formats by their first bytes. The name of a file decides nothing, but a name that promises
/// what the content is not is refused: such a file is damaged or mislabelled.
final class Formats {

  private static final int HEAD = 4_096;
  private static final String KNOWN = "known formats are CSV, JSON Lines, Parquet and XES";

  private Formats() {}

  /// The format of a file that begins like this.
  ///
  /// @throws RefusedException when it is known and not ours to read, or not what was asked for
  static FileFormat of(Path file, Utf8Input text, FileFormat asked) throws IOException {
    byte[] head = text.peek(HEAD);
    String start = new String(head, StandardCharsets.UTF_8).stripLeading();
    FileFormat found = found(start);
    if (asked == FileFormat.CSV && found != FileFormat.PARQUET) {
      // Whoever says so may have a header that begins with a bracket.
      return asked;
    }
    if (asked != FileFormat.AUTO && asked != found) {
      throw new RefusedException(
          "--format", "the file does not begin like " + asked.label() + " but " + like(found));
    }
    refuseForeign(start);
    refuseMislabelled(file, found);
    return found;
  }

  private static String like(FileFormat found) {
    return found == FileFormat.CSV ? "like text" : "like " + found.label();
  }

  private static FileFormat found(String start) {
    if (start.startsWith("PAR1")) {
      return FileFormat.PARQUET;
    }
    if (start.startsWith("<")) {
      return FileFormat.XES;
    }
    return start.startsWith("{") ? FileFormat.JSONL : FileFormat.CSV;
  }

  private static void refuseForeign(String start) {
    if (start.startsWith("PK\u0003\u0004")) {
      throw new RefusedException(
          "", "the file is a ZIP archive or a workbook; save the sheet as CSV: " + KNOWN);
    }
    if (start.startsWith("SQLite format 3")) {
      throw new RefusedException("", "the file is an SQLite database; " + KNOWN);
    }
    if (start.startsWith("[")) {
      throw new RefusedException(
          "", "the file begins with [, one JSON array; write one object a line (JSON Lines)");
    }
  }

  private static void refuseMislabelled(Path file, FileFormat found) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    FileFormat promised =
        plain.endsWith(".parquet")
            ? FileFormat.PARQUET
            : plain.endsWith(".xes") ? FileFormat.XES : found;
    if (promised != found) {
      throw new RefusedException(
          "",
          "the file is called "
              + promised.label()
              + " and is not: it does not begin like one; it may be damaged or another format");
    }
  }
}
