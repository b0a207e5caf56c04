package dev.sojourn.map.lint;

import java.util.List;
import java.util.UUID;

/// Something that a map lacks.
///
/// @param elements what it is about, in the order of the map; empty for the map as a whole
/// @param sentence what was found and what would mend it
public record Finding(Rule rule, List<UUID> elements, String sentence) {

  public Finding {
    elements = List.copyOf(elements);
  }

  /// How much it matters.
  public Severity severity() {
    return rule.severity();
  }

  /// How much a finding matters.
  public enum Severity {
    /// Good to know.
    INFO,
    /// The map misleads or cannot be checked there.
    WARN,
    /// The map cannot be held against data.
    ERROR
  }

  /// What is looked for.
  public enum Rule {
    ANY_ORDER_TOO_LARGE(Severity.ERROR),
    STAGE_WITHOUT_STEP(Severity.WARN),
    STAGE_WITHOUT_TOUCHPOINT(Severity.WARN),
    TOUCHPOINT_UNBOUND(Severity.WARN),
    TOUCHPOINT_NAME_TWICE(Severity.WARN),
    EVENT_BOUND_TWICE(Severity.WARN),
    PAIN_WITHOUT_IDEA(Severity.WARN),
    TOUCHPOINT_VISIBILITY_UNKNOWN(Severity.INFO),
    TOUCHPOINT_NOT_PLACED(Severity.INFO),
    CHANNEL_SWITCH(Severity.INFO),
    IDEA_WITHOUT_OWNER(Severity.INFO),
    CLAIM_WITHOUT_EVIDENCE(Severity.INFO),
    NO_PERSONA(Severity.INFO),
    NO_SCENARIO(Severity.INFO);

    private final Severity severity;

    Rule(Severity severity) {
      this.severity = severity;
    }

    /// How much a finding of this rule matters.
    public Severity severity() {
      return severity;
    }
  }
}
