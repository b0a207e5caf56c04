package dev.sojourn.server.customers;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.store.Customer;
import dev.sojourn.store.event.PropertyColumn;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// One customer with a page of their journey, in the order of time.
///
/// @param id the public id
/// @param identifiers all by which the customer is known
/// @param events events in all
/// @param channels the channels of all events, most events first
/// @param next the cursor of the next page; null at the end
public record CustomerJourney(
    String id,
    List<String> identifiers,
    long events,
    @Nullable Instant firstTime,
    @Nullable Instant lastTime,
    List<CustomerChannel> channels,
    List<CustomerEvent> timeline,
    @Nullable String next) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int POSITION_PARTS = 4;

  /// Events of one channel; null for those that carry none.
  public record CustomerChannel(@Nullable String name, long events) {}

  /// One event.
  ///
  /// @param customer the identifier that it carries
  /// @param session from 1, split by half an hour without an event; null without a time
  public record CustomerEvent(
      String id,
      String customer,
      String name,
      @Nullable String channel,
      @Nullable Instant time,
      String source,
      @Nullable Integer session,
      Map<String, JsonNode> properties) {}

  /// The form in which a customer is shown.
  public static CustomerJourney of(Customer customer) {
    return new CustomerJourney(
        customer.id(),
        customer.identifiers(),
        customer.events(),
        customer.firstTime(),
        customer.lastTime(),
        customer.channels().stream().map(c -> new CustomerChannel(c.name(), c.events())).toList(),
        customer.timeline().stream().map(CustomerJourney::event).toList(),
        cursor(customer.next()));
  }

  private static CustomerEvent event(Customer.Event e) {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    for (Customer.Property property : e.properties()) {
      properties.put(property.name(), value(property));
    }
    return new CustomerEvent(
        e.id(), e.customer(), e.name(), e.channel(), e.time(), e.source(), e.session(), properties);
  }

  private static JsonNode value(Customer.Property property) {
    if (property.kind() != PropertyColumn.Kind.TEXT) {
      try {
        return MAPPER.readTree(property.text());
      } catch (JacksonException e) {
        // Then it is shown as it stands.
      }
    }
    return JsonNodeFactory.instance.stringNode(property.text());
  }

  private static @Nullable String cursor(Customer.@Nullable Position position) {
    if (position == null) {
      return null;
    }
    String text =
        position.micros()
            + "\n"
            + position.seq()
            + "\n"
            + position.ordinal()
            + "\n"
            + position.text();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The position that a cursor stands for; null for null.
  ///
  /// @throws RefusedException when it is none that was given
  public static Customer.@Nullable Position position(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      String[] parts = text.split("\n", POSITION_PARTS);
      if (parts.length == POSITION_PARTS) {
        return new Customer.Position(
            Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[3], Long.parseLong(parts[2]));
      }
    } catch (IllegalArgumentException e) {
      throw noCursor();
    }
    throw noCursor();
  }

  private static RefusedException noCursor() {
    return new RefusedException(
        "cursor", "is none that was given as 'next'; leave it out to begin at the start.");
  }
}
