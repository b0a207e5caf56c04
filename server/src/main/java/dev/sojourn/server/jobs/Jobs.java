package dev.sojourn.server.jobs;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Long work of all rooms. Thread-safe.
public interface Jobs {

  /// Writes a job down and starts it as soon as there is room.
  ///
  /// @param input what the handler of the kind needs; kept so that the job can be resumed
  Job start(String workspace, JobKind kind, String title, ObjectNode input);

  /// A job as it is now.
  ///
  /// @throws dev.sojourn.server.platform.NotFoundException when there is none
  Job require(String id);

  /// The latest jobs of a workspace, newest first, at most 50.
  List<Job> of(String workspace);

  /// Asks a job to stop; one that ended stays as it is.
  Job cancel(String id);

  /// Runs a job again that was stopped.
  ///
  /// @throws dev.sojourn.server.platform.ConflictException when it runs or cannot go on
  Job resume(String id);
}
