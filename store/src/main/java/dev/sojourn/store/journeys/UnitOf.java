package dev.sojourn.store.journeys;

import dev.sojourn.store.event.TextColumn;
import dev.sojourn.store.journeys.Identity.Person;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the merged person that an event belongs to; most events belong to none and are told by the
/// hash of their customer alone. For one thread.
final class UnitOf {

  /// A person as the files know it.
  ///
  /// @param hash the hash of the public id
  /// @param publicId the bytes of the public id
  record Merged(long hash, byte[] publicId) {}

  private final Map<String, Merged> byIdentifier = new HashMap<>();
  private final Set<Long> hashes = new HashSet<>();

  UnitOf(Identity identity, EventInput input) {
    for (Person person : identity.persons()) {
      Merged merged =
          new Merged(
              input.customerHash(person.publicId()),
              person.publicId().getBytes(StandardCharsets.UTF_8));
      for (String member : person.members()) {
        byIdentifier.put(member, merged);
        hashes.add(input.customerHash(member));
      }
    }
  }

  /// Whether no identifier was merged with another.
  boolean isEmpty() {
    return hashes.isEmpty();
  }

  /// The merged person of event `i`, or null.
  @Nullable Merged merged(long customerHash, TextColumn customer, int i) {
    return hashes.contains(customerHash) ? byIdentifier.get(customer.text(i)) : null;
  }
}
