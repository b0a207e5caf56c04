package dev.sojourn.store.journeys;

import java.util.List;

/// What a refresh of the journey store did.
///
/// @param outcome how the newest events came in
/// @param events events that were read from the log
/// @param sequence the sequence number up to which the store now shows the log
/// @param findings a sentence for each fault of the files that made a rebuild necessary
public record Refreshed(Outcome outcome, long events, long sequence, List<String> findings) {

  public Refreshed {
    findings = List.copyOf(findings);
  }

  /// How the newest events came in.
  public enum Outcome {
    /// There was nothing new.
    UNCHANGED,
    /// The journeys that changed were merged apart from the base.
    MERGED,
    /// All journeys were built again.
    REBUILT
  }
}
