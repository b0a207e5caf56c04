package dev.sojourn.server.demo.harbour;

import java.time.DayOfWeek;
import java.time.LocalDate;

/// The half year in which everything happens: its days, its weather, who is away when. Local time
/// is that of America/Halifax, which in the whole of it is three hours behind UTC.
final class Season {

  static final LocalDate FIRST = LocalDate.of(2026, 5, 1);
  static final LocalDate LAST = LocalDate.of(2026, 10, 31);
  static final String OFFSET = "-03:00";

  /// Days of the season; days are counted from 0.
  static final int DAYS = (int) (LAST.toEpochDay() - FIRST.toEpochDay()) + 1;

  private static final int WEATHER = 7;

  private final String[] dates = new String[DAYS];
  private final boolean[] weekday = new boolean[DAYS];
  private final boolean[] rain = new boolean[DAYS];

  Season(long seed) {
    Dice sky = new Dice(seed, -WEATHER);
    boolean wet = false;
    for (int day = 0; day < DAYS; day++) {
      LocalDate date = FIRST.plusDays(day);
      dates[day] = date.toString();
      weekday[day] =
          date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
      // Wet days come in a row.
      wet = sky.chance(wet ? 0.55 : 0.16);
      rain[day] = wet;
    }
  }

  static int day(int month, int dayOfMonth) {
    return (int) (LocalDate.of(2026, month, dayOfMonth).toEpochDay() - FIRST.toEpochDay());
  }

  String date(int day) {
    return dates[day];
  }

  boolean isWeekday(int day) {
    return weekday[day];
  }

  boolean isRainy(int day) {
    return rain[day];
  }

  /// The morning rush: weekdays from half past seven to nine.
  boolean isPeak(int day, int second) {
    return weekday[day] && second >= 7 * 3_600 + 1_800 && second < 9 * 3_600;
  }

  /// The first day from one on at which somebody of a group is not away.
  int back(CustomerGroup group, int day, Dice dice) {
    if (group == CustomerGroup.STUDENT) {
      boolean vacation = day >= day(6, 20) && day < day(9, 7);
      return vacation && dice.chance(0.8) ? day(9, 7) + dice.whole(0, 12) : day;
    }
    boolean firstWeekOfJuly = day >= day(7, 1) && day < day(7, 6);
    boolean summer = day >= day(7, 20) && day < day(8, 15);
    if (firstWeekOfJuly || (summer && dice.chance(0.3))) {
      return day + dice.whole(6, 15);
    }
    return day;
  }
}
