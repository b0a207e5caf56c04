/// Questions over HTTP.
///
/// Not here: answers (`internal`), the form of specs and results (the room's root package).
@NullMarked
package dev.sojourn.server.insight.web;

import org.jspecify.annotations.NullMarked;
