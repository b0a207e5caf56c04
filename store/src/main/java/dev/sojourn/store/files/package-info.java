/// Event files in and out: CSV, JSON Lines, XES and Parquet, each also gzipped.
///
/// Start with [EventFile]: it finds the format, decides which column plays which role and hands
/// back an [EventFileReader] that fills batches. What cannot be read goes to [RejectedRows] with a
/// reason; what cannot be started is refused with every problem at once. Not here: duplicates and
/// durability (`log`), the order of journeys (`journeys`), live traffic.
@NullMarked
package dev.sojourn.store.files;

import org.jspecify.annotations.NullMarked;
