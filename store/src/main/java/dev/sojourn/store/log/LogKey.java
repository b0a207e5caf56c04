package dev.sojourn.store.log;

import dev.sojourn.store.log.frame.DurableFolder;
import dev.sojourn.store.log.id.KeyedHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.random.RandomGenerator;

/// The secret key of a workspace's hashes, in a file of its own apart from the log.
final class LogKey {

  private static final String FILE = "log.key";

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
      folder.writeUnfinished(FILE, key);
      if (keys.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(
            folder.unfinished(FILE), PosixFilePermissions.fromString("rw-------"));
      }
      folder.finish(FILE);
    }
    byte[] key = Files.readAllBytes(file);
    if (key.length != KeyedHash.KEY_BYTES) {
      throw new DamagedLogException(
          "keys/"
              + FILE
              + ": the key has "
              + key.length
              + " bytes, not "
              + KeyedHash.KEY_BYTES
              + "; restore it from a backup");
    }
    return new KeyedHash(key);
  }
}
