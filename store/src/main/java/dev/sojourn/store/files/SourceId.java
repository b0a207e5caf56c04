package dev.sojourn.store.files;

/// Which file events come from: the same content, gzipped or not and under any name, is one source.
///
/// @param sha256 SHA-256 of the uncompressed content, 64 hexadecimal digits in lower case
public record SourceId(String sha256) {

  public SourceId {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + sha256);
    }
  }
}
