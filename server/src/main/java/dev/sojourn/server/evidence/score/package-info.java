/// How well typical journeys are found where the truth is known: `./build score genetic-cjms PATH`.
///
/// Not here: the mining itself (`draft`), of which only the public form is used.
@NamedInterface("score")
@NullMarked
package dev.sojourn.server.evidence.score;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
