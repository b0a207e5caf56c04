/// The reference evaluator: what each question means, as plain lists and maps, slow and obvious.
///
/// [Reference] is the truth that every engine is held against. Where a text in `docs/concepts` and
/// this package differ, that is a defect of one of them. Not here: speed, threads, files.
@NullMarked
package dev.sojourn.testkit.reference;

import org.jspecify.annotations.NullMarked;
