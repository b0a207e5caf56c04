/// How questions are answered: a spec is bound to a snapshot once (`Planner`), then folded journey
/// by journey in rounds ([Fold]) by the `Engine`.
///
/// Folds never validate: what reaches them was resolved by the planner. A block that reaches a fold
/// holds touchpoint numbers, not codes; numbers are in the order of the touchpoints' names, so a
/// tie by number is a tie by name. Not here: what the questions mean (`docs/concepts`), JSON,
/// files.
@NullMarked
package dev.sojourn.kernel.fold;

import org.jspecify.annotations.NullMarked;
