/// Checks and drafts over HTTP. Not here: what they find.
@NullMarked
package dev.sojourn.server.evidence.web;

import org.jspecify.annotations.NullMarked;
