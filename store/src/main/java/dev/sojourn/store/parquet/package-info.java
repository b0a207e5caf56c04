/// Column files: a small writer of flat Parquet files and a reader of the files it wrote.
///
/// Made for the segments of the log and for exports: sync before naming, hot columns as numbers,
/// dictionaries kept as codes, a checksum on every page. Not here: nested columns, foreign Parquet
/// files (`files` reads those through DuckDB), what the columns mean (`log`).
@NullMarked
package dev.sojourn.store.parquet;

import org.jspecify.annotations.NullMarked;
