package dev.sojourn.server.atlas;

/// An application event: a map is another than before, or new. Comes after it was stored.
public record MapChanged(String workspace, String map, long revision) {}
