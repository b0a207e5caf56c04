/// A disk in memory that forgets what was not synced: [FaultyDisk] gives a file system whose power
/// can be cut at any operation, which can be full, and whose bytes can flip.
///
/// Not here: what a store must make of that (the tests of each store).
@NullMarked
package dev.sojourn.testkit.disk;

import org.jspecify.annotations.NullMarked;
