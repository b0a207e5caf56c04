/// The side-by-side benchmark: this product and DuckDB answer the same question over the same
/// events in the same run, and a ratio is printed only when the answers are equal.
///
/// [Bench] is the entry; `docs/reference/benchmarks.md` says what is measured and how to read it.
/// Not here: tests of correctness (`testkit`), profiles of single loops.
@NullMarked
package dev.sojourn.bench;

import org.jspecify.annotations.NullMarked;
