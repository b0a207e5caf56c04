/// Customers over HTTP.
///
/// Not here: how they are found and read (module `store`).
@NullMarked
package dev.sojourn.server.customers.web;

import org.jspecify.annotations.NullMarked;
