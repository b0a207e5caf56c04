/// How events come in, as people see it: uploads, previews, imports, sources and refused rows.
///
/// [ImportAnswer] is the JSON form of an import, [Sources] says where the events come from, and
/// [Imported] is told when an import has ended. Not here: reading files (store `files`), keeping
/// events (store `log`), drawing a map from them (`evidence`).
@NullMarked
package dev.sojourn.server.collect;

import org.jspecify.annotations.NullMarked;
