package dev.sojourn.store.files;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.files.bytes.UnpackedInput;
import dev.sojourn.store.files.bytes.Utf8Input;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// The way in and out: opens event files for reading and makes new ones.
public final class EventFile {

  private static final int CHUNK = 1 << 20;

  private EventFile() {}

  /// Opens a file, finds its format where it is not given, and decides which column plays which
  /// role.
  ///
  /// @param scratch a folder for the copy of a file that cannot be read as it lies; made when it is
  ///   needed. The copy goes with the reader; what a killed process leaves is for the caller to
  ///   remove
  /// @param now later times count as [EventFileReader#futureTimes()]
  /// @param rejected takes the rows that are no events
  /// @throws RefusedException when the file cannot be read as asked, with every problem found
  /// @throws IOException when reading fails on the way
  public static EventFileReader open(
      Path file, Path scratch, ImportOptions options, Instant now, RejectedRows rejected)
      throws IOException {
    return open(file, scratch, options, now, rejected, new FileLook());
  }

  /// As it would be imported, with nothing stored.
  ///
  /// @param scratch as for an import
  /// @param now later times count as [EventFileReader#futureTimes()]
  /// @throws RefusedException when no answer of a person could make the file readable
  public static FilePreview preview(Path file, Path scratch, ImportOptions options, Instant now)
      throws IOException {
    return new PreviewReader(file, scratch, options, now).read();
  }

  static EventFileReader open(
      Path file,
      Path scratch,
      ImportOptions options,
      Instant now,
      RejectedRows rejected,
      FileLook look)
      throws IOException {
    UnpackedInput input = unpacked(file);
    try {
      Utf8Input text = new Utf8Input(input, options.encoding());
      FileFormat format = Formats.of(file, text, options.format());
      look.format = format;
      look.gzip = input.isGzip();
      if (format != FileFormat.PARQUET) {
        look.text(text);
      }
      EventSource source =
          switch (format) {
            case CSV, AUTO -> CsvSource.open(input, text, options, now, rejected, look);
            case XES -> XesSource.open(input, text, options, now, rejected, look);
            case JSONL -> JsonlSource.open(input, text, options, now, rejected, look);
            case PARQUET ->
                ParquetSource.open(file, scratch, input, text, options, now, rejected, look);
          };
      return new OpenEventFile(input, source);
    } catch (IOException | RuntimeException e) {
      input.close();
      throw e;
    }
  }

  /// Makes a file for the events of an export, in [FileFormat#CSV], [FileFormat#JSONL] or
  /// [FileFormat#PARQUET].
  ///
  /// @param properties the names of all properties that the batches will have, in the order of the
  ///   columns
  /// @throws RefusedException for any other format
  public static EventFileWriter create(Path file, FileFormat format, List<String> properties)
      throws IOException {
    return switch (format) {
      case CSV -> new CsvWriter(file, properties);
      case JSONL -> new JsonlWriter(file);
      case PARQUET -> new ParquetEventWriter(file, properties);
      case AUTO, XES ->
          throw new RefusedException(
              "--format",
              "'" + format.label() + "' is not written here; csv, jsonl and parquet are");
    };
  }

  /// Reads the file once and says which source it is. Of a damaged gzip the sound part counts.
  public static SourceId fingerprint(Path file) throws IOException {
    MessageDigest sha = sha256();
    byte[] chunk = new byte[CHUNK];
    try (UnpackedInput in = unpacked(file)) {
      int n = in.read(chunk, 0, chunk.length);
      while (n >= 0) {
        sha.update(chunk, 0, n);
        n = in.read(chunk, 0, chunk.length);
      }
    }
    return new SourceId(HexFormat.of().formatHex(sha.digest()));
  }

  private static UnpackedInput unpacked(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new RefusedException("", "'" + file + "' is a folder; name the files in it");
    }
    try {
      return UnpackedInput.open(file);
    } catch (NoSuchFileException missing) {
      throw new RefusedException("", "there is no file '" + file + "'");
    } catch (AccessDeniedException denied) {
      throw new RefusedException("", "the file '" + file + "' may not be read by this user");
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
