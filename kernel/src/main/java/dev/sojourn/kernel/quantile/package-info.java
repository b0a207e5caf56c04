/// Exact quantiles of many series in two passes: [BucketCounts] counts by logarithmic bucket, then
/// [BucketValues] keeps only the values of the buckets that hold a wanted rank, and [Quantiles]
/// answers.
///
/// A series of few values is kept whole and needs no second pass. Not here: which values belong to
/// a series, seconds and ticks of results (`analysis`).
@NullMarked
package dev.sojourn.kernel.quantile;

import org.jspecify.annotations.NullMarked;
