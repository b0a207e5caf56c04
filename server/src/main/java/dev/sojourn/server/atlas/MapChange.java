package dev.sojourn.server.atlas;

import dev.sojourn.map.operation.Operation;
import java.util.List;

/// Something that a person did to a map: one step of undo.
///
/// @param id made by whoever did it, so that sending it twice does it once
/// @param base the revision that it was based on
/// @param label what was done, in a few words
public record MapChange(String id, long base, String label, List<Operation> operations) {
  public MapChange {
    operations = List.copyOf(operations);
  }
}
