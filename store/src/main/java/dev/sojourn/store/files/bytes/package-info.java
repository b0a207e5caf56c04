/// The bytes of an input file before they mean anything: unpacked from gzip, turned into UTF-8,
/// counted, with the places noted where they are damaged.
///
/// Start with [UnpackedInput]. Not here: rows, columns, formats (`files`).
@NullMarked
package dev.sojourn.store.files.bytes;

import org.jspecify.annotations.NullMarked;
