/// The platform at the edge of the server: guards, problem details, the page, the stream.
///
/// Not here: addresses of any room.
@NullMarked
package dev.sojourn.server.platform.web;

import org.jspecify.annotations.NullMarked;
