/// Customers: who they are and what each of them did.
///
/// Not here: questions over many customers (`insight`), erasing one (command line), segments,
/// duplicate review.
@NullMarked
package dev.sojourn.server.customers;

import org.jspecify.annotations.NullMarked;
