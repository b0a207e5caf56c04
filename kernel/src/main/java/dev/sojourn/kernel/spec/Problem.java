package dev.sojourn.kernel.spec;

/// One fault of a spec, a map or an option.
///
/// @param field where, in the words of the caller: `steps[2]`, `window`
/// @param message what is wrong with which value, and what would be right; a sentence
public record Problem(String field, String message) {

  @Override
  public String toString() {
    return field.isEmpty() ? message : field + ": " + message;
  }
}
