package dev.sojourn.kernel.result;

/// The spread of the time between two moments, in seconds. The median of an even count is the mean
/// of the two middle values, the 90th percentile is the nearest rank.
public record Elapsed(double median, double p90, double mean) {}
