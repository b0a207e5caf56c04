package dev.sojourn.server.collect;

import dev.sojourn.store.ImportReport;
import java.util.List;

/// The sources of each workspace. Thread-safe.
public interface Sources {

  /// All of a workspace, the last imported first.
  ///
  /// @throws dev.sojourn.server.platform.NotFoundException when there is no such workspace
  List<Source> of(String workspace);

  /// Notes what became of the files of an import, so that they have names.
  void keep(String workspace, ImportReport report, Source.Kind kind, boolean synthetic);
}
