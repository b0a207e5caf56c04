package dev.sojourn.map.operation;

import dev.sojourn.map.model.Card;
import dev.sojourn.map.model.Claim;
import dev.sojourn.map.model.EmotionPoint;
import dev.sojourn.map.model.Evidence;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Lane;
import dev.sojourn.map.model.Persona;
import dev.sojourn.map.model.Stage;
import dev.sojourn.map.model.Step;
import dev.sojourn.map.model.StepLink;
import dev.sojourn.map.model.Touchpoint;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A list of a map whose entries have ids: what can be inserted, moved and deleted.
public enum ElementList {
  PERSONAS("persona", Persona.class),
  STAGES("stage", Stage.class),
  STEPS("step", Step.class),
  LINKS("link", StepLink.class),
  LANES("lane", Lane.class),
  CARDS("card", Card.class),
  TOUCHPOINTS("touchpoint", Touchpoint.class),
  EMOTIONS("feeling", EmotionPoint.class),
  CLAIMS("claim", Claim.class),
  EVIDENCE("evidence", Evidence.class);

  private static final Set<String> FIXED_OF_MAP =
      Set.of("schemaVersion", "id", "checks", "reality");

  private final String word;
  private final Set<String> settable;

  ElementList(String word, Class<? extends Record> type) {
    this.word = word;
    this.settable = names(type).collect(Collectors.toUnmodifiableSet());
  }

  private static java.util.stream.Stream<String> names(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .filter(name -> !name.equals("id"));
  }

  /// The field of the map that holds it.
  public String field() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What a person calls one of its entries.
  public String word() {
    return word;
  }

  /// The fields of an entry that can be set: all but its id.
  Set<String> settable() {
    return settable;
  }

  /// The fields of the map itself that can be set: neither its id, nor what was measured, nor a
  /// list that has operations of its own.
  static Set<String> settableOfMap() {
    return MapFields.SETTABLE;
  }

  /// The list with a name.
  public static Optional<ElementList> named(String field) {
    return Arrays.stream(values()).filter(list -> list.field().equals(field)).findFirst();
  }

  // Apart, because constants of an enum cannot be used while they are made.
  private static final class MapFields {
    private static final Set<String> SETTABLE = settable();

    private static Set<String> settable() {
      List<String> lists = Arrays.stream(values()).map(ElementList::field).toList();
      return names(JourneyMap.class)
          .filter(name -> !lists.contains(name) && !FIXED_OF_MAP.contains(name))
          .collect(Collectors.toUnmodifiableSet());
    }
  }
}
