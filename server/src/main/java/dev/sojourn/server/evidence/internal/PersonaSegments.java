package dev.sojourn.server.evidence.internal;

import dev.sojourn.kernel.journey.Journeys;
import dev.sojourn.kernel.journey.ToldApart;
import dev.sojourn.kernel.journey.Vocabulary;
import dev.sojourn.map.model.Persona;
import dev.sojourn.map.model.Touchpoint;
import dev.sojourn.map.model.Touchpoint.PropertyMatch;
import dev.sojourn.server.atlas.Maps;
import dev.sojourn.server.atlas.PersonaData;
import dev.sojourn.server.atlas.PersonaMeasures;
import dev.sojourn.server.atlas.StoredMap;
import dev.sojourn.server.workspace.Workspaces;
import dev.sojourn.store.Workspace;
import dev.sojourn.store.journeys.BuildProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What events say of the customers who are a persona.
@Component
class PersonaSegments implements PersonaMeasures {

  private final Workspaces workspaces;
  private final Maps maps;

  PersonaSegments(Workspaces workspaces, Maps maps) {
    this.workspaces = workspaces;
    this.maps = maps;
  }

  @Override
  public Optional<PersonaData> data(String workspace, Persona persona) {
    Persona.Segment segment = persona.segment();
    if (segment == null) {
      return Optional.empty();
    }
    try {
      Workspace events = workspaces.require(workspace);
      ToldApart apart;
      try (Journeys journeys = events.journeys(BuildProgress.NONE)) {
        if (journeys.units() == 0) {
          return Optional.empty();
        }
        apart = apart(journeys.vocabulary(), segment.where());
      }
      try (Journeys journeys = events.view(apart, BuildProgress.NONE)) {
        return Optional.of(
            SegmentCount.of(journeys, segment.where()).data(names(workspace, persona)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Every event told apart by the properties of the segment: any of them can have them.
  private static ToldApart apart(Vocabulary vocabulary, List<PropertyMatch> where) {
    SortedMap<String, List<String>> properties = new TreeMap<>();
    where.forEach(match ->
        properties.merge(
            match.property(),
            match.values(),
            (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
    SortedMap<String, SortedMap<String, List<String>>> events = new TreeMap<>();
    for (int code = 0; code < vocabulary.size(); code++) {
      events.put(vocabulary.name(code), properties);
    }
    return new ToldApart(events);
  }

  /// What the maps that show the persona call an event; an event told apart by properties there has
  /// no one name.
  private Map<String, String> names(String workspace, Persona persona) {
    Map<String, String> names = new HashMap<>();
    for (StoredMap stored : maps.of(workspace)) {
      if (stored.map().personas().stream().anyMatch(p -> p.id().equals(persona.id()))) {
        for (Touchpoint touchpoint : stored.map().touchpoints()) {
          Touchpoint.Binding binding = touchpoint.binding();
          if (binding != null && binding.where().isEmpty() && binding.events().size() == 1) {
            names.putIfAbsent(binding.events().getFirst(), touchpoint.name());
          }
        }
      }
    }
    return names;
  }
}
