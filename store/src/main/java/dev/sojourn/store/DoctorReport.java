package dev.sojourn.store;

import java.util.List;

/// What a check of every file of a workspace found.
///
/// @param findings what is wrong, or was wrong and has been mended; empty when all is well
/// @param rebuilt whether the journeys were built again
/// @param contents what the workspace holds
public record DoctorReport(List<Ailment> findings, boolean rebuilt, Contents contents) {

  public DoctorReport {
    findings = List.copyOf(findings);
  }

  /// Whether nothing is damaged.
  public boolean healthy() {
    return findings.stream().noneMatch(Ailment::damage);
  }

  /// One thing that is, or was, wrong.
  ///
  /// @param room `log`, `journeys`
  /// @param file the name of the file; empty when the sentence names it
  /// @param sentence what is wrong, where, and what follows from that
  /// @param damage whether something may be lost or wrong now; false for what has been mended
  public record Ailment(String room, String file, String sentence, boolean damage) {}
}
