package dev.sojourn.store.files;

import dev.sojourn.store.files.FilePreview.Candidate;
import dev.sojourn.store.files.FilePreview.Question;
import dev.sojourn.store.files.FilePreview.Topic;
import dev.sojourn.store.files.time.TimePatterns;
import dev.sojourn.store.files.time.TimeReader;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Puts what could not be decided as questions, with the likely answers first.
final class RoleQuestions {

  private static final int EXAMPLES = 2;
  private static final int EXAMPLE_LENGTH = 24;
  private static final int CANDIDATES = 200;

  // 2000-01-01 in seconds since the epoch.
  private static final double THIS_CENTURY = 946_684_800;

  private final Sample sample;
  private final ImportOptions options;

  RoleQuestions(Sample sample, ImportOptions options) {
    this.sample = sample;
    this.options = options;
  }

  /// Which column is the customer, or the event name.
  Question column(Role role, Predicate<String> free) {
    return role == Role.CUSTOMER
        ? new Question(
            Topic.CUSTOMER,
            null,
            "Which column says whose event it is?",
            candidates(free, this::customerLikeness))
        : new Question(
            Topic.EVENT,
            null,
            "Which column says what happened?",
            candidates(free, this::likeness));
  }

  /// Which column is the time, or how the one that must be is written.
  ///
  /// @param timeLike a column whose name says time, if any
  Question time(@Nullable String timeLike, Predicate<String> free) {
    String column = timeLike == null ? onlyPatterned(free) : timeLike;
    if (column != null) {
      Optional<Question> format = format(column);
      if (format.isPresent()) {
        return format.get();
      }
    }
    return new Question(
        Topic.TIME,
        null,
        "Which column says when it happened?",
        candidates(c -> free.test(c) && couldBeTime(c), c -> 0));
  }

  /// How the times of a column are written; empty when they can be read, or in no known way.
  Optional<Question> format(String column) {
    List<String> values = sample.values(column);
    if (values.isEmpty() || holdsTimes(column)) {
      return Optional.empty();
    }
    Map<List<Long>, String> readings = new LinkedHashMap<>();
    for (String pattern : TimePatterns.fitting(values)) {
      TimeReader reader = new TimeReader(options.timeZone(), pattern);
      readings.putIfAbsent(values.stream().map(reader::micros).toList(), pattern);
    }
    String telling = telling(values, readings.keySet());
    List<Candidate> candidates =
        readings.values().stream()
            .map(pattern -> new Candidate(pattern, example(telling, values, pattern)))
            .toList();
    return candidates.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Question(
                Topic.TIME_FORMAT,
                column,
                "How are the times in '" + column + "' to be read?",
                candidates));
  }

  private String example(String telling, List<String> values, String pattern) {
    TimeReader reader = new TimeReader(options.timeZone(), pattern);
    String shown =
        reader.micros(telling) != TimeReader.NOT_A_TIME
            ? telling
            : values.stream()
                .filter(v -> reader.micros(v) != TimeReader.NOT_A_TIME)
                .findFirst()
                .orElseThrow();
    return shown + " is " + TimePatterns.read(shown, pattern, options.timeZone());
  }

  /// The value that the readings take for the most different times; one that all can read, if any.
  private static String telling(List<String> values, Collection<List<Long>> readings) {
    return IntStream.range(0, values.size())
        .boxed()
        .max(
            Comparator.comparing((Integer i) ->
                    readings.stream().allMatch(t -> t.get(i) != TimeReader.NOT_A_TIME))
                .thenComparingLong(
                    i -> readings.stream().map(times -> times.get(i)).distinct().count())
                .thenComparing(values::get))
        .map(values::get)
        .orElse("");
  }

  private @Nullable String onlyPatterned(Predicate<String> free) {
    String only = null;
    for (String column : sample.columns()) {
      if (free.test(column) && isPatterned(column)) {
        if (only != null) {
          return null;
        }
        only = column;
      }
    }
    return only;
  }

  private boolean isPatterned(String column) {
    List<String> values = sample.values(column);
    return !isNumeric(column) && !TimePatterns.fitting(values).isEmpty();
  }

  private boolean holdsTimes(String column) {
    TimeReader reader = new TimeReader(options.timeZone(), options.timeFormat());
    List<String> values = sample.values(column);
    long times = values.stream().filter(v -> reader.micros(v) != TimeReader.NOT_A_TIME).count();
    return times > 0 && times * 2 >= values.size();
  }

  /// Numbers count as times only where most lie in this century: small ones are amounts.
  private boolean couldBeTime(String column) {
    if (!isNumeric(column)) {
      return isPatterned(column) || holdsTimes(column);
    }
    List<String> values = sample.values(column);
    return values.stream().filter(v -> Double.parseDouble(v) >= THIS_CENTURY).count() * 2
        > values.size();
  }

  private boolean isNumeric(String column) {
    return sample.values(column).stream().allMatch(v -> v.matches("-?[0-9]+([.][0-9]+)?"));
  }

  /// Few texts that come again and again look like names of events.
  private int likeness(String column) {
    List<String> values = sample.values(column);
    int different = new HashSet<>(values).size();
    boolean repeats = different > 1 && different * 2 <= values.size();
    return (repeats ? 2 : 0) + (isNumeric(column) || holdsTimes(column) ? 0 : 1);
  }

  /// Many values, more than one event each, look like customers.
  private int customerLikeness(String column) {
    List<String> values = sample.values(column);
    int different = new HashSet<>(values).size();
    boolean complete = values.size() == sample.rows().size();
    return (complete ? 1 : 0)
        + (different > values.size() / 20 ? 1 : 0)
        + (different < values.size() ? 1 : 0);
  }

  private List<Candidate> candidates(Predicate<String> free, ToIntFunction<String> likeness) {
    return sample.columns().stream()
        .filter(free)
        .filter(column -> !sample.values(column).isEmpty())
        .sorted(Comparator.comparingInt(likeness).reversed())
        .limit(CANDIDATES)
        .map(column -> new Candidate(column, label(column)))
        .toList();
  }

  private String label(String column) {
    List<String> examples =
        sample.values(column).stream()
            .distinct()
            .limit(EXAMPLES)
            .map(v -> v.length() <= EXAMPLE_LENGTH ? v : v.substring(0, EXAMPLE_LENGTH) + "…")
            .toList();
    return column + " (" + String.join(", ", examples) + ")";
  }
}
