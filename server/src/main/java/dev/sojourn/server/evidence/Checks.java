package dev.sojourn.server.evidence;

import dev.sojourn.server.atlas.StoredMap;
import dev.sojourn.server.evidence.walk.Watch;
import java.io.IOException;

/// Holds maps against the events of their workspace and keeps what was found. Thread-safe.
public interface Checks {

  /// Checks a map now, for one who waits for it.
  ///
  /// @throws dev.sojourn.kernel.fold.CancelledException when the one who waits gave up
  void run(StoredMap map, Watch watch) throws IOException;
}
