/// Journey maps as JSON: one canonical text a map, a strict reader, the published schema.
///
/// Reader, writer and schema all walk the same [Shape] of the records, so they cannot disagree. Not
/// here: results of analyses, files on disk.
@NullMarked
package dev.sojourn.map.json;

import org.jspecify.annotations.NullMarked;
