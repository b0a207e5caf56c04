/// Analyses as people ask and read them: the JSON form of specs and of results.
///
/// [SpecReader] turns JSON into a [Question] and gathers every fault of it; [ResultWriter] turns
/// what the engine found into the documented JSON. Not here: the folds themselves (kernel), where
/// journeys come from (store), options and exit codes (`commandline`).
@NullMarked
package dev.sojourn.server.insight;

import org.jspecify.annotations.NullMarked;
