package dev.sojourn.server.demo;

import dev.sojourn.map.model.JourneyMap;
import dev.sojourn.store.ImportReport;

/// What loading a demo workspace leaves.
///
/// @param report what became of its events; all are duplicates when they were there before
/// @param map the map to hold against them
public record DemoContent(ImportReport report, JourneyMap map) {}
