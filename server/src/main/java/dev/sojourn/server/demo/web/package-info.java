/// The demo over HTTP. Not here: what it consists of.
@NullMarked
package dev.sojourn.server.demo.web;

import org.jspecify.annotations.NullMarked;
