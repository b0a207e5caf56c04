package dev.sojourn.map.paint;

/// The paper of a PDF.
public enum PageSize {
  /// One page as large as the drawing.
  FIT,
  /// A3 across, several pages where letters would be too small to read.
  A3
}
