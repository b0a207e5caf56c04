package dev.sojourn.kernel.result;

/// The spread of a set of numbers that is not empty.
///
/// @param min the least
/// @param median the middle one, or the mean of the two middle ones of an even count
/// @param mean the sum over the count
/// @param max the greatest
public record Distribution(double min, double median, double mean, double max) {}
