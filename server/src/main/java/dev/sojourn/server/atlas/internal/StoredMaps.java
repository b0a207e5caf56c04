package dev.sojourn.server.atlas.internal;

import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.map.model.Persona;
import dev.sojourn.map.operation.ChangeOutcome;
import dev.sojourn.map.operation.MapChanges;
import dev.sojourn.map.operation.Operation;
import dev.sojourn.server.atlas.MapChange;
import dev.sojourn.server.atlas.Maps;
import dev.sojourn.server.atlas.Outcome;
import dev.sojourn.server.atlas.StoredMap;
import dev.sojourn.server.platform.ConflictException;
import dev.sojourn.server.platform.Ids;
import dev.sojourn.server.platform.NotFoundException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// Keeps maps and applies changes to them in the order in which they come.
@Component
public class StoredMaps implements Maps {

  private final MapTable maps;
  private final ChangeTable changes;
  private final PersonaTable personas;
  private final MapWrites writes;
  private final Ids ids;
  private final InstantSource clock;

  StoredMaps(
      MapTable maps,
      ChangeTable changes,
      PersonaTable personas,
      MapWrites writes,
      Ids ids,
      InstantSource clock) {
    this.maps = maps;
    this.changes = changes;
    this.personas = personas;
    this.writes = writes;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public List<StoredMap> of(String workspace) {
    return maps.of(workspace);
  }

  @Override
  public Optional<StoredMap> find(String map) {
    return maps.find(map);
  }

  @Override
  public StoredMap require(String workspace, String map) {
    return maps.find(map)
        .filter(found -> found.workspace().equals(workspace))
        .orElseThrow(() -> new NotFoundException("map", map));
  }

  @Override
  public StoredMap add(String workspace, JourneyMap map, String label) {
    return writes.inOne(written -> {
      JourneyMap fresh = withLibraryPersonas(workspace, withFreshId(map.authored()));
      maps.insert(workspace, fresh, clock.instant());
      String id = fresh.id().toString();
      personas.show(id, fresh.personas());
      for (Persona persona : fresh.personas()) {
        if (personas.find(workspace, persona.id()).isEmpty()) {
          personas.put(workspace, persona, clock.instant());
        }
      }
      StoredMap stored = require(workspace, id);
      MapChange made = new MapChange(ids.next(), 0, label, List.of());
      ChangeTable.Applied applied = new ChangeTable.Applied(made, 1, stored.updatedAt(), null);
      changes.insert(id, applied, List.of());
      written.changed(stored, applied);
      return stored;
    });
  }

  private JourneyMap withFreshId(JourneyMap map) {
    if (!maps.isTaken(map.id().toString())) {
      return map;
    }
    ObjectNode tree = MapJson.tree(map);
    tree.put("id", ids.next());
    return MapJson.read(tree);
  }

  /// A persona that the library knows is shown as the library has it.
  private JourneyMap withLibraryPersonas(String workspace, JourneyMap map) {
    List<Operation> operations = new ArrayList<>();
    for (Persona persona : map.personas()) {
      personas
          .find(workspace, persona.id())
          .ifPresent(kept -> operations.addAll(becoming(persona, kept.persona())));
    }
    return operations.isEmpty()
            || !(MapChanges.apply(map, operations) instanceof ChangeOutcome.Applied applied)
        ? map
        : applied.map();
  }

  @Override
  public List<Outcome> change(String workspace, String map, List<MapChange> all) {
    List<Outcome> outcomes = new ArrayList<>();
    for (MapChange change : all) {
      outcomes.add(writes.inOne(written -> apply(workspace, map, change, written)));
    }
    return outcomes;
  }

  private Outcome apply(String workspace, String map, MapChange change, MapWrites.Written written) {
    StoredMap now = require(workspace, map);
    OptionalLong before = changes.revisionOf(map, change.id());
    if (before.isPresent()) {
      return new Outcome(change.id(), before.getAsLong(), null);
    }
    if (change.base() > now.revision()) {
      throw new ConflictException(
          "This page knows revision "
              + change.base()
              + " of the map, but it is at "
              + now.revision()
              + "; load it again.");
    }
    return switch (MapChanges.apply(now.map(), change.operations())) {
      case ChangeOutcome.Refused no ->
          new Outcome(
              change.id(),
              now.revision(),
              new Outcome.Refusal(no.reason().name(), no.sentence(), no.problems()));
      case ChangeOutcome.Applied done -> {
        long revision = keep(now, change, done, written);
        sharePersonas(now, done.map(), written);
        yield new Outcome(change.id(), revision, null);
      }
    };
  }

  private long keep(
      StoredMap now, MapChange change, ChangeOutcome.Applied done, MapWrites.Written written) {
    Instant at = clock.instant();
    if (!maps.update(done.map(), now.revision(), at)) {
      throw new MapWrites.Overtaken();
    }
    ChangeTable.Applied applied = new ChangeTable.Applied(change, now.revision() + 1, at, null);
    changes.insert(now.id(), applied, done.inverse());
    if (!now.map().personas().equals(done.map().personas())) {
      personas.show(now.id(), done.map().personas());
    }
    written.changed(
        new StoredMap(now.workspace(), now.id(), applied.revision(), at, done.map()), applied);
    return applied.revision();
  }

  /// What was changed in a persona on one map reaches the library and the other maps. One that was
  /// put on this map becomes what the library has, or joins it.
  private void sharePersonas(StoredMap before, JourneyMap after, MapWrites.Written written) {
    for (Persona persona : after.personas()) {
      Optional<Persona> was =
          before.map().personas().stream().filter(p -> p.id().equals(persona.id())).findFirst();
      Optional<Persona> kept =
          personas.find(before.workspace(), persona.id()).map(PersonaTable.Kept::persona);
      if (kept.isEmpty()) {
        personas.put(before.workspace(), persona, clock.instant());
      } else if (was.isEmpty()) {
        showAs(kept.get(), Set.of(before.id()), written);
      } else if (!was.get().equals(persona) && !kept.get().equals(persona)) {
        keepPersona(before.workspace(), persona, written);
      }
    }
  }

  /// Replaces a persona in the library and on every map that shows it.
  void keepPersona(String workspace, Persona persona, MapWrites.Written written) {
    personas.put(workspace, persona, clock.instant());
    showAs(persona, new LinkedHashSet<>(personas.mapsWith(workspace, persona.id())), written);
  }

  private void showAs(Persona persona, Set<String> onMaps, MapWrites.Written written) {
    for (String id : onMaps) {
      StoredMap map = maps.findAnywhere(id).orElseThrow(() -> new NotFoundException("map", id));
      List<Operation> operations =
          map.map().personas().stream()
              .filter(p -> p.id().equals(persona.id()))
              .flatMap(p -> becoming(p, persona).stream())
              .toList();
      MapChange change =
          new MapChange(
              ids.next(), map.revision(), "Persona " + persona.name() + " changed", operations);
      if (!operations.isEmpty()
          && MapChanges.apply(map.map(), operations) instanceof ChangeOutcome.Applied done) {
        keep(map, change, done, written);
      }
    }
  }

  /// The operations that make one version of a persona another.
  private static List<Operation> becoming(Persona now, Persona then) {
    ObjectNode from = MapJson.tree(now);
    ObjectNode to = MapJson.tree(then);
    Set<String> fields = new LinkedHashSet<>(from.propertyNames());
    fields.addAll(to.propertyNames());
    List<Operation> operations = new ArrayList<>();
    for (String field : fields) {
      boolean same = from.has(field) ? from.get(field).equals(to.get(field)) : !to.has(field);
      if (!same) {
        operations.add(new Operation.Set(now.id().toString(), field, to.get(field)));
      }
    }
    return operations;
  }

  /// A map made anew from another, with an id of its own.
  public StoredMap copy(String workspace, String map, String title) {
    ObjectNode tree = MapJson.tree(require(workspace, map).map());
    String former = tree.get("title").asString();
    tree.put("id", UUID.fromString(ids.next()).toString());
    tree.put("title", title);
    tree.put("key", Keys.of(title));
    tree.put("status", JourneyMap.Status.DRAFT.name());
    return add(workspace, MapJson.read(tree), "Copied from " + former);
  }

  /// Puts a map into the bin.
  public void bin(String workspace, String map) {
    if (!maps.bin(workspace, map, clock.instant())) {
      throw new NotFoundException("map", map);
    }
  }

  /// Takes a map out of the bin.
  public StoredMap restore(String workspace, String map) {
    return writes.inOne(written -> {
      maps.restore(workspace, map);
      StoredMap restored = require(workspace, map);
      written.returned(restored);
      return restored;
    });
  }
}
