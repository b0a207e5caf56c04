package dev.sojourn.map.operation;

import dev.sojourn.map.operation.ChangeOutcome.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A document while operations work on it; between them it may break the rules of maps. For one
/// thread.
final class MapTree {

  private final ObjectNode document;
  private final String mapId;

  /// In which list each element is.
  private final Map<String, ElementList> homes = new HashMap<>();

  /// @param document canonical; changed in place
  MapTree(ObjectNode document) {
    this.document = document;
    mapId = document.path("id").asString("");
    for (ElementList list : ElementList.values()) {
      document.path(list.field()).forEach(entry -> homes.put(id(entry), list));
    }
  }

  /// An operation that does not fit.
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;
    private final Reason reason;
    private final String sentence;

    Unfit(Reason reason, String sentence) {
      super(sentence, null, false, false);
      this.reason = reason;
      this.sentence = sentence;
    }

    Reason reason() {
      return reason;
    }

    String sentence() {
      return sentence;
    }
  }

  /// Applies one operation.
  ///
  /// @return what undoes it
  Operation apply(Operation operation) throws Unfit {
    return switch (operation) {
      case Operation.Set set -> set(set);
      case Operation.Insert insert -> insert(insert);
      case Operation.Move move -> move(move);
      case Operation.Delete delete -> delete(delete);
    };
  }

  private Operation set(Operation.Set set) throws Unfit {
    ObjectNode owner;
    boolean settable;
    if (set.element().equals(mapId)) {
      owner = document;
      settable = ElementList.settableOfMap().contains(set.field());
    } else {
      ElementList list = home(set.element());
      owner = (ObjectNode) entries(list).get(place(list, set.element()));
      settable = list.settable().contains(set.field());
    }
    if (!settable) {
      throw new Unfit(
          Reason.UNKNOWN_FIELD,
          set.field().equals("id")
              ? "An id cannot be changed."
              : "There is no field '" + shown(set.field()) + "' here that can be set.");
    }
    @Nullable JsonNode former = owner.get(set.field());
    Optional<JsonNode> value = Optional.ofNullable(set.value()).map(JsonNode::deepCopy);
    value.ifPresent(MapTree::normalize);
    if (value.isEmpty() || isNothing(value.get())) {
      owner.remove(set.field());
    } else {
      owner.set(set.field(), value.get());
    }
    return new Operation.Set(set.element(), set.field(), former);
  }

  private Operation insert(Operation.Insert insert) throws Unfit {
    ElementList list =
        ElementList.named(insert.list())
            .orElseThrow(() ->
                new Unfit(
                    Reason.UNKNOWN_LIST,
                    "A map has no list '" + shown(insert.list()) + "' to insert into."));
    String id = id(insert.value());
    if (!isId(id)) {
      throw new Unfit(
          Reason.INVALID_MAP,
          "The new " + list.word() + " has no id of its own; give a UUID in lower case.");
    }
    if (id.equals(mapId) || homes.containsKey(id)) {
      throw new Unfit(
          Reason.TAKEN_ID, "The id " + id + " is taken; a new " + list.word() + " needs its own.");
    }
    int place = placeBefore(list, insert.before());
    ObjectNode value = insert.value().deepCopy();
    normalize(value);
    entries(list).insert(place, value);
    homes.put(id, list);
    return new Operation.Delete(id);
  }

  private Operation move(Operation.Move move) throws Unfit {
    ElementList list = home(move.element());
    int from = place(list, move.element());
    @Nullable String follower = after(list, from);
    if (move.element().equals(move.before())) {
      return new Operation.Move(move.element(), follower);
    }
    placeBefore(list, move.before());
    JsonNode entry = entries(list).remove(from);
    entries(list).insert(placeBefore(list, move.before()), entry);
    return new Operation.Move(move.element(), follower);
  }

  private Operation delete(Operation.Delete delete) throws Unfit {
    ElementList list = home(delete.element());
    int place = place(list, delete.element());
    @Nullable String follower = after(list, place);
    ObjectNode entry = (ObjectNode) entries(list).remove(place);
    homes.remove(delete.element());
    if (entries(list).isEmpty()) {
      document.remove(list.field());
    }
    return new Operation.Insert(list.field(), entry, follower);
  }

  private ElementList home(String element) throws Unfit {
    ElementList list = homes.get(element);
    if (list == null) {
      throw new Unfit(
          Reason.UNKNOWN_ELEMENT,
          element.equals(mapId)
              ? "The map itself cannot be moved or taken out."
              : "Nothing on the map has the id " + shown(element) + "; it may have been removed.");
    }
    return list;
  }

  private int placeBefore(ElementList list, @Nullable String before) throws Unfit {
    if (before == null) {
      return entries(list).size();
    }
    ElementList other = home(before);
    if (other != list) {
      throw new Unfit(
          Reason.OTHER_LIST,
          "A "
              + list.word()
              + " cannot stand before a "
              + other.word()
              + "; name a "
              + list.word()
              + ".");
    }
    return place(list, before);
  }

  private int place(ElementList list, String element) {
    ArrayNode entries = entries(list);
    for (int i = 0; i < entries.size(); i++) {
      if (element.equals(id(entries.get(i)))) {
        return i;
      }
    }
    throw new IllegalStateException(element + " is not in " + list);
  }

  private @Nullable String after(ElementList list, int place) {
    ArrayNode entries = entries(list);
    return place + 1 < entries.size() ? id(entries.get(place + 1)) : null;
  }

  private ArrayNode entries(ElementList list) {
    return document.get(list.field()) instanceof ArrayNode entries
        ? entries
        : document.putArray(list.field());
  }

  private static String id(JsonNode entry) {
    return entry.path("id").isString() ? entry.path("id").stringValue() : "";
  }

  private static boolean isId(String text) {
    try {
      return text.length() == 36 && UUID.fromString(text).toString().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// Leaves out what the canonical text leaves out.
  private static void normalize(JsonNode value) {
    if (value instanceof ObjectNode object) {
      object.forEach(MapTree::normalize);
      object.removeIf(MapTree::isNothing);
    } else if (value instanceof ArrayNode array) {
      array.forEach(MapTree::normalize);
    }
  }

  private static boolean isNothing(JsonNode value) {
    return value.isNull()
        || (value.isBoolean() && !value.booleanValue())
        || (value instanceof ArrayNode array && array.isEmpty());
  }

  private static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 59) + "…";
  }
}
