package dev.sojourn.server.collect;

/// An application event: an import has ended and its events can be asked about.
///
/// @param workspace where
/// @param job the job that imported
/// @param draft whether a map is wanted where there is none yet
public record Imported(String workspace, String job, boolean draft) {}
