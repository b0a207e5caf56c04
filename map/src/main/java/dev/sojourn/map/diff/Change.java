package dev.sojourn.map.diff;

import java.util.UUID;

/// One difference between two versions.
///
/// @param element the id of what changed; that of the map for a change of the map itself
/// @param sentence what changed, with the values before and after
public record Change(Kind kind, UUID element, String sentence) {

  /// How something changed.
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED,
    MOVED
  }
}
