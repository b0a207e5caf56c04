package dev.sojourn.server.jobs;

import dev.sojourn.kernel.spec.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A piece of long work.
///
/// @param title what a person calls it, such as `Import of orders.csv`
/// @param done how much of it is done, in `unit`
/// @param total how much there is; null while unknown
/// @param unit what is counted, such as `bytes`
/// @param secondsLeft at the present rate; null while unknown
/// @param sentence what it is doing, or how it ended
/// @param resumable whether it can go on after it was stopped
/// @param result what came of it; null unless it is done
/// @param problems why it failed
public record Job(
    String id,
    String workspace,
    JobKind kind,
    String title,
    State state,
    long done,
    @Nullable Long total,
    String unit,
    @Nullable Long secondsLeft,
    String sentence,
    boolean resumable,
    @Schema(type = "object") @Nullable ObjectNode result,
    List<Problem> problems,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  public Job {
    problems = List.copyOf(problems);
  }

  /// How far a job is.
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED,
    /// The server ended while it ran.
    INTERRUPTED;

    /// Whether nothing more will happen unless somebody resumes it.
    public boolean ended() {
      return this != WAITING && this != RUNNING;
    }
  }
}
