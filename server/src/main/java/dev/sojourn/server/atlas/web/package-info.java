/// Maps and personas over HTTP. Not here: rules; these are one package up.
@NullMarked
package dev.sojourn.server.atlas.web;

import org.jspecify.annotations.NullMarked;
