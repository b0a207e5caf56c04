package dev.sojourn.store.files;

/// The row at hand as it stands in the file; asked for only when the row is rejected.
@FunctionalInterface
interface RowText {
  String rowText();
}
