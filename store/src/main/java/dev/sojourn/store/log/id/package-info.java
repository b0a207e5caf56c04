/// Which events the log has already: ids as keyed hashes ([IdIndex], [IdRun], [IdSet]), rows of
/// sources as sets of ordinals ([OrdinalSet]); and the keyed hashes themselves ([KeyedHash]).
///
/// Not here: when a file becomes part of the log (`log`).
@NullMarked
package dev.sojourn.store.log.id;

import org.jspecify.annotations.NullMarked;
