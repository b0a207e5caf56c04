package dev.sojourn.map.operation;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One step of a change. Ids are texts as the document has them: UUIDs in lower case.
public sealed interface Operation {

  /// Sets one field of an element, or of the map itself.
  ///
  /// @param element the element's id or the map's own
  /// @param value null removes the field
  record Set(String element, String field, @Nullable JsonNode value) implements Operation {}

  /// Puts an element into a list.
  ///
  /// @param list the field of the map that holds the list
  /// @param before the element that it is put before; null for the end
  record Insert(String list, ObjectNode value, @Nullable String before) implements Operation {}

  /// Moves an element within its list.
  ///
  /// @param before the element that it is put before; null for the end
  record Move(String element, @Nullable String before) implements Operation {}

  /// Takes an element out.
  record Delete(String element) implements Operation {}
}
