/// What every engine must do, as tests that it inherits: extend [EngineContract] and say how a
/// question is answered.
///
/// The display names are the definitions of the questions, in sentences. Not here: an engine.
@NullMarked
package dev.sojourn.testkit.contract;

import org.jspecify.annotations.NullMarked;
