/// Home over HTTP. Not here: the answers.
@NullMarked
package dev.sojourn.server.home.web;

import org.jspecify.annotations.NullMarked;
