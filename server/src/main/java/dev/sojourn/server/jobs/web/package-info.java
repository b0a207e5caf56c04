/// Jobs over HTTP. Not here: starting one, which is for the room that it belongs to.
@NullMarked
package dev.sojourn.server.jobs.web;

import org.jspecify.annotations.NullMarked;
