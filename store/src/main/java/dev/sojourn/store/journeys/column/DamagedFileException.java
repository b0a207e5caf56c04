package dev.sojourn.store.journeys.column;

import java.io.IOException;
import java.nio.file.Path;

/// A file of the journey store does not hold what was written into it.
public final class DamagedFileException extends IOException {

  private static final long serialVersionUID = 1L;

  /// A finding about a file.
  ///
  /// @param what the rest of the sentence that begins with the name of the file
  public DamagedFileException(Path file, String what) {
    super("The journey file " + file.getFileName() + " " + what + ".");
  }
}
