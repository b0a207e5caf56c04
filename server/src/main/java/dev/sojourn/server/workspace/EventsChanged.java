package dev.sojourn.server.workspace;

/// An application event: the events of a workspace are others than before.
///
/// @param workspace which one
public record EventsChanged(String workspace) {}
