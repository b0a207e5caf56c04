package dev.sojourn.store.files;

/// A row that is not an event, kept so that a person can see why and mend it.
///
/// @param ordinal the row's number in the file, from 1, header not counted
/// @param field the column at fault, or empty when it is the row as a whole
/// @param reason what is wrong and what to do, a sentence
/// @param payload the row as it stands in the file, cut at [#MAX_PAYLOAD] characters
public record RejectedRow(long ordinal, String field, String reason, String payload) {

  /// The longest payload; a longer row ends in [#CUT].
  public static final int MAX_PAYLOAD = 65_536;

  /// Ends a payload that was cut.
  public static final String CUT = "… (cut)";

  public RejectedRow {
    if (payload.length() > MAX_PAYLOAD) {
      payload = payload.substring(0, MAX_PAYLOAD - CUT.length()) + CUT;
    }
  }
}
