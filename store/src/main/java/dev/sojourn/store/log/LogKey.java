package dev.sojourn.store.log;

import dev.sojourn.store.log.frame.DurableFolder;
import dev.sojourn.store.log.id.KeyedHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32C;

/// The secret key of a workspace's hashes, in a file of its own apart from the log.
final class LogKey {

  private static final String FILE = "log.key";

  private static final int SUM_BYTES = 4;

  private LogKey() {}

  /// Reads the key, or makes one for a new log.
  ///
  /// @param keys the folder of keys
  /// @param log the folder of the log, which is new when it is not there
  static KeyedHash readOrMake(Path keys, Path log, RandomGenerator random) throws IOException {
    Path file = keys.resolve(FILE);
    if (!Files.exists(file)) {
      if (Files.exists(log)) {
        throw new DamagedLogException(
            "keys/"
                + FILE
                + ": the key is missing, and the log cannot tell its events apart without it;"
                + " restore it from a backup");
      }
      byte[] key = new byte[KeyedHash.KEY_BYTES];
      random.nextBytes(key);
      DurableFolder folder = DurableFolder.create(keys);
      folder.writeUnfinished(FILE, withSum(key));
      if (keys.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(
            folder.unfinished(FILE), PosixFilePermissions.fromString("rw-------"));
      }
      folder.finish(FILE);
    }
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length != KeyedHash.KEY_BYTES && bytes.length != KeyedHash.KEY_BYTES + SUM_BYTES) {
      throw new DamagedLogException(
          "keys/"
              + FILE
              + ": the file has "
              + bytes.length
              + " bytes, not "
              + (KeyedHash.KEY_BYTES + SUM_BYTES)
              + "; restore it from a backup");
    }
    byte[] key = Arrays.copyOf(bytes, KeyedHash.KEY_BYTES);
    if (bytes.length != KeyedHash.KEY_BYTES && !Arrays.equals(bytes, withSum(key))) {
      throw new DamagedLogException(
          "keys/"
              + FILE
              + ": the key does not match its checksum, and with a wrong key events would be stored"
              + " twice; restore it from a backup");
    }
    return new KeyedHash(key);
  }

  /// The key as the file holds it: with its CRC-32C behind. Logs made before the sum was written
  /// have the key alone, which cannot be checked.
  private static byte[] withSum(byte[] key) {
    CRC32C sum = new CRC32C();
    sum.update(key);
    return ByteBuffer.allocate(key.length + SUM_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(key)
        .putInt((int) sum.getValue())
        .array();
  }
}
