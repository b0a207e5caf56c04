package dev.sojourn.store.log;

/// Damage, or a trace of an interrupted write, in a file of the log.
///
/// @param file the name of the file
/// @param sentence what is wrong with it, where, and what follows from that
/// @param damage whether something acknowledged may be lost; false for a trace that was mended
public record Finding(String file, String sentence, boolean damage) {}
