/// Uploads, previews, imports and sources over HTTP. Not here: how they are kept and run.
@NullMarked
package dev.sojourn.server.collect.web;

import org.jspecify.annotations.NullMarked;
