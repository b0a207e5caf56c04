package dev.sojourn.store.files;

/// What a column of a file is for.
enum Role {
  CUSTOMER("customer", "--customer"),
  EVENT("event", "--event"),
  TIME("time", "--time"),
  ORDER("order", "--order"),
  EVENT_ID("eventId", "--event-id"),
  CHANNEL("channel", "--channel");

  private final String label;
  private final String option;

  Role(String label, String option) {
    this.label = label;
    this.option = option;
  }

  /// The name in results.
  String label() {
    return label;
  }

  /// The option that gives the column.
  String option() {
    return option;
  }
}
