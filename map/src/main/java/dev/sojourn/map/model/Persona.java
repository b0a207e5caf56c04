package dev.sojourn.map.model;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A kind of customer, drawn as one person.
///
/// @param tagline what sets this persona apart, one line
/// @param quote in the persona's own words
/// @param share of customers who are like this, 0 to 1; null when nobody counted
public record Persona(
    UUID id,
    @Bounds(min = 1, max = 200) String name,
    @Bounds(min = 1, max = 400) @Nullable String tagline,
    @Bounds(min = 1, max = 1000) @Nullable String quote,
    Kind kind,
    Standing standing,
    @Bounds(min = 0, max = 1) @Nullable Double share,
    List<String> goals,
    List<String> pains) {

  public Persona {
    goals = List.copyOf(goals);
    pains = List.copyOf(pains);
  }

  /// What the person is to the business.
  public enum Kind {
    BUYER,
    USER,
    CUSTOMER,
    EMPLOYEE,
    CITIZEN,
    PATIENT,
    STUDENT,
    PARTNER,
    SELF,
    ANTI_PERSONA
  }

  /// What the persona rests on.
  public enum Standing {
    /// Assumed.
    PROTO,
    /// From interviews and the like.
    RESEARCHED,
    /// A measured group of customers.
    DATA_BACKED
  }
}
