package dev.sojourn.store;

import java.nio.file.Path;

/// A file to be taken in, and what people call it.
///
/// @param path where it lies
/// @param name what it is called in answers and beside refused rows
public record NamedFile(Path path, String name) {

  /// A file that is called as it is found.
  public static NamedFile of(Path path) {
    return new NamedFile(path, path.toString());
  }
}
