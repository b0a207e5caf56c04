package dev.sojourn.store.files;

import dev.sojourn.store.files.bytes.Utf8Input;

/// Sentences about rows that several formats reject alike.
final class RowFaults {

  private RowFaults() {}

  static String encoding(Utf8Input text, byte found) {
    if (!text.isVerbatim()) {
      return "the row has bytes that the encoding of the file does not have; mend the row, or say"
          + " which encoding the file has with --encoding";
    }
    return "the row is not UTF-8 (byte "
        + String.format("%02X", found & 0xFF)
        + "); save the file as UTF-8 or say which encoding it has, such as --encoding windows-1252";
  }
}
