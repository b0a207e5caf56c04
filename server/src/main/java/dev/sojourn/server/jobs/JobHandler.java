package dev.sojourn.server.jobs;

import java.io.IOException;
import tools.jackson.databind.node.ObjectNode;

/// Does the jobs of one kind. A bean of the room that knows how.
public interface JobHandler {

  /// The kind that it does.
  JobKind kind();

  /// Whether a job that was stopped can be run again and will go on where it was.
  boolean resumable();

  /// Does the work.
  ///
  /// @return what came of it
  /// @throws dev.sojourn.kernel.fold.CancelledException when it was asked to stop and did
  /// @throws dev.sojourn.kernel.spec.RefusedException when the input turns out to be wrong
  ObjectNode run(JobRun run) throws IOException;
}
