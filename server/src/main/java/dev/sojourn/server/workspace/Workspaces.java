package dev.sojourn.server.workspace;

import dev.sojourn.store.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All workspaces of the installation. Thread-safe.
public interface Workspaces {

  /// Every workspace, by name.
  List<WorkspaceInfo> all();

  /// A workspace as people see it.
  ///
  /// @throws dev.sojourn.server.platform.NotFoundException when there is none
  WorkspaceInfo info(String id);

  /// The events and journeys of a workspace; not to be closed.
  ///
  /// @throws dev.sojourn.server.platform.NotFoundException when there is none
  Workspace require(String id);

  /// Makes a workspace, or finds it when it is there.
  ///
  /// @param id small letters, digits and hyphens, at most 63
  WorkspaceInfo ensure(String id, String name, boolean synthetic, @Nullable String note);

  /// To be called after events were added or erased: pages and other rooms hear of it.
  void eventsChanged(String id);
}
