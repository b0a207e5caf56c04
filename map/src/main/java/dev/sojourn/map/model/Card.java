package dev.sojourn.map.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A cell of a lane, over one step or several that follow each other.
///
/// @param fromStep the first step it spans
/// @param toStep the last step it spans; equal to `fromStep` for one step
/// @param body what it says; for a touchpoint card it may be empty, the touchpoint has the name
/// @param touchpoint the touchpoint that it places; null for other cards
/// @param persona whose card it is; null for everybody's
/// @param note a second, quieter line: owner and date of an idea, cost of a pain point
public record Card(
    UUID id,
    UUID lane,
    UUID fromStep,
    UUID toStep,
    @Bounds(min = 0, max = 4000) String body,
    @Nullable UUID touchpoint,
    @Nullable UUID persona,
    @Bounds(min = 1, max = 400) @Nullable String note) {}
