/// What every room over HTTP stands on: settings, ids, problem details, the stream to the browser,
/// who may talk to the server, and the page itself.
///
/// Not here: any word of the field. Maps, customers, events and analyses have rooms of their own.
@NullMarked
package dev.sojourn.server.platform;

import org.jspecify.annotations.NullMarked;
