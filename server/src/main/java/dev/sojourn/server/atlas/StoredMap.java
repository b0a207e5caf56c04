package dev.sojourn.server.atlas;

import dev.sojourn.map.model.JourneyMap;
import java.time.Instant;

/// A map as it is kept.
///
/// @param map what people authored; without checks and reality
/// @param revision counts the changes that were applied, from 1
public record StoredMap(
    String workspace, String id, long revision, Instant updatedAt, JourneyMap map) {}
