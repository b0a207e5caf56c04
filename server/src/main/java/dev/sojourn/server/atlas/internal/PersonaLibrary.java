package dev.sojourn.server.atlas.internal;

import dev.sojourn.map.model.Persona;
import dev.sojourn.server.atlas.MapSummary;
import dev.sojourn.server.platform.ConflictException;
import dev.sojourn.server.platform.NotFoundException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The personas of a workspace, shared by its maps.
@Component
public class PersonaLibrary {

  private final PersonaTable personas;
  private final StoredMaps maps;
  private final MapWrites writes;
  private final InstantSource clock;

  PersonaLibrary(PersonaTable personas, StoredMaps maps, MapWrites writes, InstantSource clock) {
    this.personas = personas;
    this.maps = maps;
    this.writes = writes;
    this.clock = clock;
  }

  /// A persona and where it is shown.
  public record Entry(Persona persona, long revision, List<MapSummary.Named> maps) {
    public Entry {
      maps = List.copyOf(maps);
    }
  }

  /// Every persona, by name.
  public List<Entry> of(String workspace) {
    Map<UUID, List<MapSummary.Named>> shown = personas.shownOn(workspace);
    return personas.of(workspace).stream()
        .map(kept ->
            new Entry(
                kept.persona(),
                kept.revision(),
                shown.getOrDefault(kept.persona().id(), List.of())))
        .sorted(
            Comparator.<Entry, String>comparing(e -> e.persona().name())
                .thenComparing(e -> e.persona().id()))
        .toList();
  }

  /// One persona.
  public Entry require(String workspace, String id) {
    PersonaTable.Kept kept = kept(workspace, id);
    return new Entry(
        kept.persona(),
        kept.revision(),
        personas.shownOn(workspace).getOrDefault(kept.persona().id(), List.of()));
  }

  /// Adds a persona.
  public Entry add(String workspace, Persona persona) {
    return writes.inOne(written -> {
      if (personas.find(workspace, persona.id()).isPresent()) {
        throw new ConflictException(
            "There is a persona with the id " + persona.id() + "; give another id or none.");
      }
      personas.put(workspace, persona, clock.instant());
      return require(workspace, persona.id().toString());
    });
  }

  /// Replaces a persona here and on every map that shows it.
  ///
  /// @param revision the one that the change is based on
  public Entry replace(String workspace, Persona persona, long revision) {
    return writes.inOne(written -> {
      PersonaTable.Kept kept = kept(workspace, persona.id().toString());
      if (kept.revision() != revision) {
        throw new ConflictException(
            "'"
                + kept.persona().name()
                + "' was changed meanwhile: it is at revision "
                + kept.revision()
                + ", not "
                + revision
                + ". Load it and change it again.");
      }
      if (!kept.persona().equals(persona)) {
        maps.keepPersona(workspace, persona, written);
      }
      return require(workspace, persona.id().toString());
    });
  }

  /// Removes a persona that no map shows.
  public void remove(String workspace, String id) {
    writes.inOne(written -> {
      Entry entry = require(workspace, id);
      if (!entry.maps().isEmpty()) {
        throw new ConflictException(
            "'"
                + entry.persona().name()
                + "' is on "
                + entry.maps().stream()
                    .map(map -> "'" + map.name() + "'")
                    .collect(Collectors.joining(", "))
                + "; take it off there first.");
      }
      personas.delete(workspace, entry.persona().id());
      return entry;
    });
  }

  private PersonaTable.Kept kept(String workspace, String id) {
    UUID uuid;
    try {
      uuid = UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException("persona", id);
    }
    return personas.find(workspace, uuid).orElseThrow(() -> new NotFoundException("persona", id));
  }
}
