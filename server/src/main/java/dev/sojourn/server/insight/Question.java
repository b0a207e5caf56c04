package dev.sojourn.server.insight;

import dev.sojourn.kernel.spec.Spec;
import tools.jackson.databind.node.ObjectNode;

/// A spec together with its JSON form.
///
/// @param spec what is asked
/// @param resolved the JSON form with every default filled in and steps as the caller wrote them;
///   reading it again asks the same
public record Question(Spec spec, ObjectNode resolved) {}
