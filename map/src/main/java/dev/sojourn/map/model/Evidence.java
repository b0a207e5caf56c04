package dev.sojourn.map.model;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something outside the events that speaks for or against an element.
///
/// @param element what it is about
/// @param title where it comes from, short
/// @param said how many said so; null when not counted
/// @param sampleSize how many were asked; null when not counted
/// @param collectedOn the day it was gathered
public record Evidence(
    UUID id,
    UUID element,
    Kind kind,
    Stance stance,
    @Bounds(min = 1, max = 400) String title,
    @Bounds(min = 1, max = 4000) @Nullable String excerpt,
    @Bounds(min = 0, max = 1e15) @Nullable Long said,
    @Bounds(min = 0, max = 1e15) @Nullable Long sampleSize,
    @Nullable LocalDate collectedOn) {

  /// Where evidence comes from.
  public enum Kind {
    INTERVIEW,
    SURVEY,
    DIARY,
    USABILITY_TEST,
    OBSERVATION,
    SUPPORT_TICKET,
    CALL_TRANSCRIPT,
    REVIEW_SOCIAL,
    ANALYTICS_EVENTS,
    CRM,
    EXPERIMENT,
    DOCUMENT,
    WORKSHOP_OPINION,
    OTHER
  }

  /// Which way it points.
  public enum Stance {
    SUPPORTS,
    CONTRADICTS,
    CONTEXT
  }
}
