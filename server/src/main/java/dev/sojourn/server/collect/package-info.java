/// How events come in, as people see it: what became of each file and each row.
///
/// [ImportAnswer] is the JSON form of an import. Not here: reading files (store `files`), keeping
/// events (store `log`).
@NullMarked
package dev.sojourn.server.collect;

import org.jspecify.annotations.NullMarked;
