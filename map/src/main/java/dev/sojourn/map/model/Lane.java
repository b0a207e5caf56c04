package dev.sojourn.map.model;

import java.util.UUID;

/// A row of the map. Its role says what the row means; nothing is inferred from the title.
///
/// @param title as people call the row
public record Lane(UUID id, Role role, @Bounds(min = 1, max = 200) String title) {

  /// What a row means.
  public enum Role {
    STAGE_GOAL,
    ACTION,
    THOUGHT,
    INTENTION,
    QUESTION,
    EMOTION_CURVE,
    DRAMATIC_ARC,
    TOUCHPOINT,
    CHANNEL,
    PAIN,
    GAIN,
    EXPECTATION,
    OPPORTUNITY,
    IDEA,
    METRIC,
    EVIDENCE,
    STORYBOARD,
    QUOTE,
    CONTENT,
    CONTEXT_PLACE,
    OWNER,
    POLICY_COMPLIANCE,
    PHYSICAL_EVIDENCE,
    FRONTSTAGE_PEOPLE,
    FRONTSTAGE_TECH,
    BACKSTAGE_PEOPLE,
    BACKSTAGE_TECH,
    SUPPORT_PROCESS,
    TIME,
    FAIL_POINT,
    NESTED_MAP,
    TEXT
  }
}
