/// Records on disk that know whether they are whole: each in a frame with its length and checksums,
/// appended and synced ([FrameFile]), read back with a verdict on the tail ([FrameScan]); and the
/// folder operations that make a name durable ([DurableFolder]).
///
/// Not here: what the records say (`log`).
@NullMarked
package dev.sojourn.store.log.frame;

import org.jspecify.annotations.NullMarked;
