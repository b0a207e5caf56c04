package dev.sojourn.server.atlas;

import dev.sojourn.map.model.JourneyMap;
import java.util.List;
import java.util.Optional;

/// The maps of all workspaces. Thread-safe.
public interface Maps {

  /// The maps of a workspace that are not in the bin, the latest changed first.
  List<StoredMap> of(String workspace);

  /// A map.
  ///
  /// @throws dev.sojourn.server.platform.NotFoundException when there is none or it is in the bin
  StoredMap require(String workspace, String map);

  /// A map; empty when there is none or it is in the bin.
  Optional<StoredMap> find(String map);

  /// Keeps a new map. It gets another id when its own is taken, and its personas join the library.
  ///
  /// @param map checks and reality are left out
  /// @param label how it came to be, such as `Drafted from events`
  StoredMap add(String workspace, JourneyMap map, String label);

  /// Applies changes one after another, each whole or not at all.
  ///
  /// @throws dev.sojourn.server.platform.NotFoundException when there is no such map
  List<Outcome> change(String workspace, String map, List<MapChange> changes);
}
