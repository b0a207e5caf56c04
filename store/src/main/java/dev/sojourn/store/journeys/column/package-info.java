/// The files of the journey store: checksummed columns that are written once and memory-mapped.
///
/// A file is a row of sections followed by their directory; see [ColumnWriter] for the layout.
/// [PartitionWriter] turns ordered journeys into the sections of one partition, [Partition] reads
/// them, [UnitRows] is one journey on its way between the two.
///
/// Not here: which files count, when they are written and which journeys go into them (`journeys`).
@NullMarked
package dev.sojourn.store.journeys.column;

import org.jspecify.annotations.NullMarked;
