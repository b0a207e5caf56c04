/// How a map changes: set, insert, move and delete, applied whole or refused whole, with their
/// inverses.
///
/// [MapChanges] applies them; `docs/concepts/semantics-map-operations.md` defines them. Not here:
/// ids of changes, revisions, storing, who may change what.
@NullMarked
package dev.sojourn.map.operation;

import org.jspecify.annotations.NullMarked;
