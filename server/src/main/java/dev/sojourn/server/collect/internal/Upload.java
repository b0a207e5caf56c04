package dev.sojourn.server.collect.internal;

/// A file that came in.
///
/// @param name what its sender calls it; never part of a path
public record Upload(String id, String name, long bytes) {}
