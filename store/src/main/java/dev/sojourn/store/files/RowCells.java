package dev.sojourn.store.files;

import java.util.Arrays;

/// The cells of one row that play a role, as ranges of one array of UTF-8; a cell that is missing
/// is an empty range. Reused from row to row.
final class RowCells {

  private static final int ROLES = Role.values().length;

  byte[] bytes = new byte[256];
  final int[] from = new int[ROLES];
  final int[] to = new int[ROLES];
  private int used;

  /// Forgets all cells, for [#put(Role, byte[])].
  void clear() {
    used = 0;
    Arrays.fill(from, 0);
    Arrays.fill(to, 0);
  }

  /// Copies a cell in.
  void put(Role role, byte[] utf8) {
    if (used + utf8.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(used + utf8.length, bytes.length * 2));
    }
    System.arraycopy(utf8, 0, bytes, used, utf8.length);
    from[role.ordinal()] = used;
    used += utf8.length;
    to[role.ordinal()] = used;
  }

  boolean isEmpty(Role role) {
    return from[role.ordinal()] == to[role.ordinal()];
  }
}
