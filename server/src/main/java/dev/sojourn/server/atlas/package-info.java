/// Journey maps and personas as people keep them: stored, changed by several at once, listed,
/// copied, binned, drawn and exported.
///
/// [Maps] is what other rooms use; what was measured comes in through [MapMeasures]. Not here: what
/// a change means (`dev.sojourn.map.operation`), checking maps against events (`evidence`).
@NullMarked
package dev.sojourn.server.atlas;

import org.jspecify.annotations.NullMarked;
