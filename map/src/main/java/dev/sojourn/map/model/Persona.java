package dev.sojourn.map.model;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A kind of customer, drawn as one person.
///
/// @param tagline what sets this persona apart, one line
/// @param quote in the persona's own words
/// @param bio who this is, in a few sentences
/// @param share of customers who are like this, 0 to 1; null when nobody counted
/// @param goals what the persona wants to reach
/// @param motivations why
/// @param needs what it takes
/// @param behaviors what the persona usually does
/// @param pains what goes wrong
/// @param channels that the persona prefers, the favorite first
/// @param segment which customers in the data are this persona; null when nobody said
public record Persona(
    UUID id,
    @Bounds(min = 1, max = 200) String name,
    @Bounds(min = 1, max = 400) @Nullable String tagline,
    @Bounds(min = 1, max = 1000) @Nullable String quote,
    @Bounds(min = 1, max = 4000) @Nullable String bio,
    Kind kind,
    Standing standing,
    @Bounds(min = 0, max = 1) @Nullable Double share,
    @Nullable Demographics demographics,
    List<String> goals,
    List<String> motivations,
    List<String> needs,
    List<String> behaviors,
    List<String> pains,
    List<ChannelKind> channels,
    @Nullable Segment segment) {

  public Persona {
    goals = List.copyOf(goals);
    motivations = List.copyOf(motivations);
    needs = List.copyOf(needs);
    behaviors = List.copyOf(behaviors);
    pains = List.copyOf(pains);
    channels = List.copyOf(channels);
  }

  /// The outer facts, in words: a persona is no person, so there is no date of birth.
  ///
  /// @param ageRange such as `25 to 34`
  public record Demographics(
      @Bounds(min = 1, max = 100) @Nullable String ageRange,
      @Bounds(min = 1, max = 200) @Nullable String location,
      @Bounds(min = 1, max = 200) @Nullable String occupation) {}

  /// The customers with at least one event that matches every condition.
  ///
  /// @param where at least one condition
  public record Segment(List<Touchpoint.PropertyMatch> where) {
    public Segment {
      where = List.copyOf(where);
    }
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
