package dev.sojourn.store.journeys;

import dev.sojourn.store.journeys.column.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which identifiers are one person: the connected components of the merges that stand. An
/// identifier that no standing merge names is a person of its own and not listed. Immutable.
final class Identity {

  /// Identifiers that are one person.
  ///
  /// @param publicId the first identifier of the oldest merge that stands among them
  /// @param members all of them
  record Person(String publicId, SortedSet<String> members) {}

  static final Identity NONE = new Identity(List.of());

  private final List<Person> persons;
  private final Map<String, Person> byIdentifier = new HashMap<>();

  private Identity(List<Person> persons) {
    this.persons = List.copyOf(persons);
    for (Person person : persons) {
      person.members().forEach(m -> byIdentifier.put(m, person));
    }
  }

  static Identity of(List<IdentityFact> facts) {
    List<Person> persons = new ArrayList<>();
    Map<String, Integer> place = new HashMap<>();
    for (IdentityFact merge : standing(facts)) {
      Integer first = place.get(merge.first());
      Integer second = place.get(merge.second());
      int into =
          first == null
              ? second == null ? persons.size() : second
              : second == null ? first : Math.min(first, second);
      if (into == persons.size()) {
        persons.add(new Person(merge.first(), new TreeSet<>()));
      }
      Set<String> joining = new HashSet<>(List.of(merge.first(), merge.second()));
      if (first != null && second != null) {
        joining.addAll(persons.get(Math.max(first, second)).members());
      }
      persons.get(into).members().addAll(joining);
      joining.forEach(m -> place.put(m, into));
      if (first != null && second != null && !first.equals(second)) {
        persons.get(Math.max(first, second)).members().clear();
      }
    }
    return new Identity(persons.stream().filter(p -> !p.members().isEmpty()).toList());
  }

  private static List<IdentityFact> standing(List<IdentityFact> facts) {
    Map<Set<String>, List<IdentityFact>> byPair = new LinkedHashMap<>();
    Set<IdentityFact> order = new LinkedHashSet<>();
    for (IdentityFact fact : facts) {
      if (fact.first().equals(fact.second())) {
        continue;
      }
      Set<String> pair = Set.of(fact.first(), fact.second());
      switch (fact.kind()) {
        case MERGE -> {
          byPair.computeIfAbsent(pair, k -> new ArrayList<>()).add(fact);
          order.add(fact);
        }
        case SPLIT -> {
          List<IdentityFact> withdrawn = byPair.remove(pair);
          if (withdrawn != null) {
            withdrawn.forEach(order::remove);
          }
        }
      }
    }
    return List.copyOf(order);
  }

  /// The persons with two identifiers or more.
  List<Person> persons() {
    return persons;
  }

  /// The person that an identifier belongs to, or null when it is one of its own.
  @Nullable Person person(String identifier) {
    return byIdentifier.get(identifier);
  }

  /// The public id of the unit that an identifier belongs to.
  String publicId(String identifier) {
    Person person = byIdentifier.get(identifier);
    return person == null ? identifier : person.publicId();
  }

  /// The identifiers whose person is another one in `other`, or has other identifiers there.
  Set<String> changed(Identity other) {
    Set<String> changed = new HashSet<>();
    Set<Person> here = new HashSet<>(persons);
    Set<Person> there = new HashSet<>(other.persons);
    here.stream().filter(p -> !there.contains(p)).forEach(p -> changed.addAll(p.members()));
    there.stream().filter(p -> !here.contains(p)).forEach(p -> changed.addAll(p.members()));
    return changed;
  }

  /// All identifiers that are listed.
  Set<String> identifiers() {
    return byIdentifier.keySet();
  }

  void write(Path path) throws IOException {
    List<@Nullable String> texts = new ArrayList<>();
    for (Person person : persons) {
      texts.add(person.publicId());
      texts.addAll(person.members());
      texts.add(null);
    }
    TextFile.write(path, texts);
  }

  static Identity read(Path path) throws IOException {
    List<Person> persons = new ArrayList<>();
    Person person = null;
    for (String text : TextFile.read(path)) {
      if (text == null) {
        person = null;
      } else if (person == null) {
        person = new Person(text, new TreeSet<>());
        persons.add(person);
      } else {
        person.members().add(text);
      }
    }
    return new Identity(persons);
  }
}
