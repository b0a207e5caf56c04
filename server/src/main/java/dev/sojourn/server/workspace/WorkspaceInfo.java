package dev.sojourn.server.workspace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A workspace as people see it.
///
/// @param id its name in addresses and on disk
/// @param synthetic whether its events were made up
/// @param note what to know about it; null when there is nothing
/// @param customers with at least one event
/// @param dataThrough the time of the latest event; null when there is none
public record WorkspaceInfo(
    String id,
    String name,
    boolean synthetic,
    @Nullable String note,
    long customers,
    long events,
    @Nullable Instant dataThrough) {}
