package dev.sojourn.bench;

/// Two engines answered differently: there is nothing to compare the speed of.
final class DifferentAnswersException extends Exception {

  private static final long serialVersionUID = 1L;

  DifferentAnswersException(String message) {
    super(message);
  }
}
