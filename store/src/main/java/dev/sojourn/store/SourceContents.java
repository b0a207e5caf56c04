package dev.sojourn.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the log holds of one source.
///
/// @param source as the log calls it: `sha256:…` of the content of a file
/// @param events events now; those of erased customers are gone
/// @param firstTime the time of the earliest; null when none has one
/// @param lastTime the time of the latest; null when none has one
public record SourceContents(
    String source, long events, @Nullable Instant firstTime, @Nullable Instant lastTime) {}
