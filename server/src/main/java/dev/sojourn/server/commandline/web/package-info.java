/// Commands of other processes, run by the server that has the directory open.
///
/// Not here: the commands themselves, and anything for a browser.
@NullMarked
package dev.sojourn.server.commandline.web;

import org.jspecify.annotations.NullMarked;
