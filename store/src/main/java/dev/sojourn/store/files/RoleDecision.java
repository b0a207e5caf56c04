package dev.sojourn.store.files;

import dev.sojourn.kernel.spec.Problems;
import dev.sojourn.store.files.time.TimeReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Decides which column plays which role: what the options say, else the column with the best known
/// name whose values fit, else the only column that could. Refuses, with everything that is wrong,
/// rather than choose between two.
final class RoleDecision {

  // A column that is called a time may hold values that are not, up to this share.
  private static final double TIMES_AT_LEAST = 0.5;

  // Where nothing but the values speaks for a column, fewer of them may be something else.
  private static final double DATES_AT_LEAST = 0.8;
  private static final int ROWS_TO_JUDGE = 4;
  private static final int COLUMNS_SHOWN = 60;

  private final ImportOptions options;
  private final Sample sample;
  private final Set<String> repeated;
  private final FileLook look;
  private final RoleQuestions questions;
  private final Problems problems = new Problems();
  private final Map<Role, String> roles = new EnumMap<>(Role.class);

  private RoleDecision(ImportOptions options, Sample sample, Set<String> repeated, FileLook look) {
    this.options = options;
    this.sample = sample;
    this.repeated = repeated;
    this.look = look;
    this.questions = new RoleQuestions(sample, options);
  }

  /// @param repeated names that mean more than one column, and so none
  /// @param look learns what was decided, why, and what was not
  /// @throws dev.sojourn.kernel.spec.RefusedException when a role is left open or an option is
  ///   wrong
  static Roles decide(ImportOptions options, Sample sample, Set<String> repeated, FileLook look) {
    look.sample = sample;
    RoleDecision d = new RoleDecision(options, sample, repeated, look);
    d.checkOptions();
    boolean ours = ExportColumns.headThis(sample.columns());
    d.given(Role.CUSTOMER, options.customer(), ours);
    d.given(Role.EVENT, options.event(), ours);
    d.given(Role.TIME, options.time(), ours && options.order() == null);
    d.given(Role.ORDER, options.order(), ours && options.time() == null);
    d.given(Role.EVENT_ID, options.eventId(), ours);
    d.given(Role.CHANNEL, options.channel(), ours && options.channelValue() == null);
    d.guessTime();
    d.guess(Role.CUSTOMER, options.customer());
    d.guess(Role.EVENT, options.event());
    d.guessLast(Role.EVENT, options.event());
    d.guessLast(Role.CUSTOMER, options.customer());
    d.reportOpenRoles();
    d.problems.refuse();
    return new Roles(d.roles);
  }

  private void checkOptions() {
    if (options.channel() != null && options.channelValue() != null) {
      look.mistaken();
      problems.add(
          "--channel-value",
          "--channel names a column and --channel-value one channel for all rows; give one of"
              + " them");
    }
    if (options.properties() instanceof PropertyChoice.Named(List<String> names)) {
      names.forEach(name -> checkColumn("--properties", name));
    }
  }

  private void given(Role role, @Nullable String column, boolean ours) {
    if (column != null) {
      boolean rows = role == Role.ORDER && column.equals(Roles.ROW);
      if ((rows && !sample.columns().contains(column)) || checkColumn(role.option(), column)) {
        take(role, column, null);
      }
    } else if (ours) {
      take(role, ExportColumns.of(role), "the file is an export of Sojourn");
    }
  }

  private void take(Role role, String column, @Nullable String why) {
    roles.put(role, column);
    look.role(role, column, why);
  }

  private boolean checkColumn(String option, String column) {
    if (repeated.contains(column)) {
      look.mistaken();
      problems.add(
          option,
          "the header names '" + column + "' more than once; rename the one that is not meant");
      return false;
    }
    if (!sample.columns().contains(column)) {
      look.mistaken();
      problems.add(option, "there is no column '" + column + "'; the columns are: " + columns());
      return false;
    }
    return true;
  }

  private void guessTime() {
    String given = options.time();
    if (given != null && roles.containsKey(Role.TIME)) {
      questions.format(given).ifPresent(look::ask);
    }
    if (roles.containsKey(Role.TIME)
        || roles.containsKey(Role.ORDER)
        || options.time() != null
        || options.order() != null) {
      return;
    }
    String named = best(Role.TIME);
    if (named != null) {
      take(Role.TIME, named, "its name is a usual one for the time, and it holds times");
      return;
    }
    String only = onlyCalendarColumn();
    if (only != null) {
      take(Role.TIME, only, "it is the only column that holds dates");
      return;
    }
    String order = namedLike(Role.ORDER);
    String timeLike = namedLike(Role.TIME);
    if (order != null && timeLike == null) {
      take(Role.ORDER, order, "no column holds times, and its name says that it is the order");
      return;
    }
    look.ask(questions.time(timeLike, this::free));
    problems.add(Role.TIME.option(), timeless(timeLike));
  }

  private String timeless(@Nullable String timeLike) {
    if (timeLike != null && !sample.values(timeLike).isEmpty()) {
      String value =
          sample.values(timeLike).stream().filter(v -> !isTime(v)).findFirst().orElse("");
      byte[] b = value.getBytes(StandardCharsets.UTF_8);
      return "column '"
          + timeLike
          + "' sounds like the time, but "
          + new TimeReader(options.timeZone(), options.timeFormat()).reason(b, 0, b.length);
    }
    return "no column could be told to be the time; give --time COL, or --order COL where the file has"
        + " only an order (--order row: that of its rows). "
        + moreThanOnce()
        + "The columns are: "
        + columns();
  }

  private @Nullable String onlyCalendarColumn() {
    String only = null;
    for (String column : sample.columns()) {
      List<String> values = sample.values(column);
      long dates =
          values.stream().filter(v -> v.length() >= 8 && isTime(v) && !isNumber(v)).count();
      if (free(column) && dates > 0 && dates >= Math.ceil(values.size() * DATES_AT_LEAST)) {
        if (only != null) {
          return null;
        }
        only = column;
      }
    }
    return only;
  }

  private void guess(Role role, @Nullable String given) {
    if (!roles.containsKey(role) && given == null) {
      String named = best(role);
      if (named != null) {
        take(
            role,
            named,
            "its name is a usual one for the "
                + (role == Role.CUSTOMER ? "customer" : "event name"));
      }
    }
  }

  /// The best known name among the columns whose values fit.
  private @Nullable String best(Role role) {
    for (String known : RoleNames.of(role)) {
      for (String column : sample.columns()) {
        if (free(column)
            && RoleNames.plain(column).equals(known)
            && (role != Role.TIME || holdsTimes(column))) {
          return column;
        }
      }
    }
    return null;
  }

  private @Nullable String namedLike(Role role) {
    for (String known : RoleNames.of(role)) {
      for (String column : sample.columns()) {
        if (free(column) && RoleNames.plain(column).equals(known)) {
          return column;
        }
      }
    }
    return null;
  }

  /// Where names say nothing: the only column whose values could play the role.
  private void guessLast(Role role, @Nullable String given) {
    if (roles.containsKey(role) || given != null || sample.rows().size() < ROWS_TO_JUDGE) {
      return;
    }
    String only = null;
    for (String column : sample.columns()) {
      if (free(column) && (role == Role.EVENT ? couldBeEvent(column) : couldBeCustomer(column))) {
        if (only != null) {
          return;
        }
        only = column;
      }
    }
    if (only != null) {
      take(
          role,
          only,
          role == Role.EVENT
              ? "it is the only column with a few texts that come again and again"
              : "it is the only column left that could say whose event it is");
    }
  }

  private boolean couldBeEvent(String column) {
    List<String> values = sample.values(column);
    return values.size() == sample.rows().size()
        && distinct(values) * 2 <= values.size()
        && distinct(values) > 1
        && values.stream().noneMatch(v -> isNumber(v) || isTime(v));
  }

  private boolean couldBeCustomer(String column) {
    List<String> values = sample.values(column);
    return roles.containsKey(Role.EVENT)
        && values.size() == sample.rows().size()
        && distinct(values) > 1
        && values.stream().noneMatch(v -> isTime(v) && !isNumber(v));
  }

  private static int distinct(List<String> values) {
    return new HashSet<>(values).size();
  }

  private boolean free(String column) {
    return !roles.containsValue(column)
        && repeated.stream()
            .noneMatch(r -> column.equals(r) || column.matches(Pattern.quote(r) + "_[0-9]+"));
  }

  private boolean holdsTimes(String column) {
    List<String> values = sample.values(column);
    long times = values.stream().filter(this::isTime).count();
    return sample.rows().isEmpty()
        || (times > 0 && times >= Math.ceil(values.size() * TIMES_AT_LEAST));
  }

  private boolean isTime(String value) {
    return new TimeReader(options.timeZone(), options.timeFormat()).micros(value)
        != TimeReader.NOT_A_TIME;
  }

  private static boolean isNumber(String value) {
    return value.matches("-?[0-9]+([.][0-9]+)?");
  }

  private void reportOpenRoles() {
    for (Role role : List.of(Role.CUSTOMER, Role.EVENT)) {
      String given = role == Role.CUSTOMER ? options.customer() : options.event();
      if (!roles.containsKey(role) && given == null) {
        look.ask(questions.column(role, this::free));
        problems.add(
            role.option(),
            "no column could be told to be the "
                + (role == Role.CUSTOMER ? "customer" : "event name")
                + "; give "
                + role.option()
                + " COL. "
                + moreThanOnce()
                + "The columns are: "
                + columns());
      }
    }
  }

  private String moreThanOnce() {
    return repeated.isEmpty()
        ? ""
        : "The header names '"
            + String.join("', '", repeated.stream().sorted().toList())
            + "' more than once. ";
  }

  private String columns() {
    List<String> all = sample.columns();
    return all.size() <= COLUMNS_SHOWN
        ? String.join(", ", all)
        : String.join(", ", all.subList(0, COLUMNS_SHOWN))
            + " and "
            + (all.size() - COLUMNS_SHOWN)
            + " more";
  }
}
