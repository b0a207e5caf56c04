package dev.sojourn.server.demo.harbour;

import dev.sojourn.server.demo.harbour.EventSheet.Property;
import dev.sojourn.server.demo.harbour.EventSheet.Trait;
import java.io.IOException;
import java.util.Locale;

/// Half a year of one customer: visit after visit, until they stop coming. For one thread.
final class CustomerLife {

  private static final int STAMPS_FOR_A_CUP = 10;

  private final Season season;
  private final EventSheet sheet;
  private final Dice dice;
  private final String id;
  private final CustomerGroup group;
  private final Shop home;
  private final boolean app;
  private final boolean member;
  private final boolean readsMail;
  private final boolean nudged;
  private final boolean signInBreaks;
  private final boolean paperCard;
  private final String device;
  private final int birthday;

  private double ordersAhead;
  private double comesAgain;
  private int visits;
  private int stamps;
  private boolean birthdayKept;

  // Of the visit that goes on.
  private int day;
  private Shop shop;
  private double again;

  /// @param number of the customer, from 1
  CustomerLife(Season season, EventSheet sheet, long seed, int number) {
    this.season = season;
    this.sheet = sheet;
    dice = new Dice(seed, number);
    id = String.format(Locale.ROOT, "HC-%05d", number);
    group = CustomerGroup.drawn(dice);
    home = Shop.drawn(group, dice);
    shop = home;
    app = dice.chance(group.hasApp());
    member = dice.chance(group == CustomerGroup.STUDENT ? 0.16 : app ? 0.82 : 0.30);
    readsMail = dice.chance(0.45);
    nudged = app && dice.chance(group == CustomerGroup.COMMUTER ? 0.55 : 0.2);
    signInBreaks = app && dice.chance(0.26);
    paperCard = !member && home == Shop.LIGHTHOUSE_ROAD && dice.chance(0.09);
    device = !app ? "" : dice.chance(0.58) ? "ios" : "android";
    birthday = dice.whole(0, 364);
    ordersAhead = Math.clamp(dice.bell(group.ordersAhead(), 0.17), 0, 0.97);
    comesAgain = Math.clamp(dice.bell(group.comesAgain(), 0.10), 0.2, 0.96);
  }

  void live() throws IOException {
    sheet.trait(Trait.CUSTOMER_GROUP, group.property());
    boolean known = dice.chance(0.38);
    int first = known ? dice.whole(0, 17) : dice.whole(2, Season.DAYS - 12);
    day = season.back(group, first, dice);
    if (!known && day < Season.DAYS) {
      comeToKnow();
    }
    boolean on = true;
    while (on && day < Season.DAYS) {
      if (season.isRainy(day) && dice.chance(0.25) && day < Season.DAYS - 1) {
        day++;
      }
      visit();
      on = dice.chance(again) || (dice.chance(0.06) && win(dice.whole(25, 60)));
      if (on) {
        day = season.back(group, day + gap(), dice);
      }
    }
    sheet.end();
  }

  /// Some who have gone come back after weeks.
  private boolean win(int days) {
    day += days;
    return true;
  }

  private int gap() {
    int days = 1 + (int) dice.waiting(group.meanGapDays() - 1);
    boolean weekend = day + days < Season.DAYS && !season.isWeekday(day + days);
    return weekend && group == CustomerGroup.COMMUTER && dice.chance(0.8) ? days + 2 : days;
  }

  private void comeToKnow() {
    int second = dice.whole(7 * 3_600, 21 * 3_600);
    if (dice.chance(0.24)) {
      write(Touch.AD_CLICKED, day - dice.whole(1, 3), second);
    }
    if (dice.chance(0.035)) {
      write(Touch.WEB_MENU_VIEWED, day - 1, second + dice.whole(600, 2_000));
    }
    if (dice.chance(0.0015)) {
      write(Touch.STORE_FINDER_USED, day - 1, second + dice.whole(2_100, 4_000));
    }
    if (app) {
      sheet.set(Property.DEVICE, device);
      write(Touch.APP_INSTALLED, day, 6 * 3_600 + dice.whole(0, 1_200));
    }
  }

  private void visit() {
    visits++;
    again = comesAgain;
    shop = dice.chance(0.86) ? home : Shop.drawn(group, dice);
    int second = group.hour(season.isWeekday(day), dice);
    reminders(second);
    boolean ahead = app && dice.chance(ordersAhead + (season.isRainy(day) ? 0.06 : 0));
    if (ahead) {
      fromTheApp(second);
    } else {
      boolean looked = app && dice.chance(group == CustomerGroup.STUDENT ? 0.16 : 0.04);
      if (looked) {
        onDevice(Touch.APP_MENU_VIEWED, second - dice.whole(120, 500));
      }
      atTheTill(second, false);
    }
  }

  private void reminders(int second) {
    if (nudged && second < 9 * 3_600 && season.isWeekday(day) && dice.chance(0.3)) {
      write(Touch.MORNING_NUDGE_OPENED, day, second - dice.whole(600, 2_400));
    }
    if (readsMail && dice.chance(0.07)) {
      write(Touch.NEWSLETTER_OPENED, day, second - dice.whole(3_000, 5_400));
    }
  }

  private void fromTheApp(int begin) {
    int second = begin - dice.whole(500, 900);
    onDevice(Touch.APP_MENU_VIEWED, second);
    if (dice.chance(0.14)) {
      onDevice(Touch.APP_MENU_VIEWED, second + dice.whole(20, 80));
    }
    second += dice.whole(90, 240);
    onDevice(Touch.BASKET_FILLED, second);
    if (dice.chance(signInBreaks ? 0.72 : 0.035)) {
      // Planted: the step that nobody drew.
      if (dice.chance(0.7)) {
        onDevice(Touch.APP_SIGN_IN_ASKED, second + dice.whole(10, 60));
      }
      atTheTill(begin, true);
      return;
    }
    if (dice.chance(0.025)) {
      return;
    }
    second += dice.whole(25, 90);
    sheet.set(Property.ORDER_VALUE, value());
    onDevice(Touch.APP_ORDER_PAID, second);
    collect(second + dice.whole(200, 420));
  }

  /// Planted: at rush hour the message is sent when the order is printed, not when the cup is on
  /// the shelf.
  private void collect(int ready) {
    atShop(Touch.READY_MESSAGE_SENT, ready);
    int arrival = ready + dice.whole(20, 200);
    boolean peak = season.isPeak(day, arrival);
    int wait =
        peak
            ? 45 + (int) (dice.waiting(250) * shop.rush())
            : 12 + (int) dice.waiting(season.isRainy(day) ? 44 : 36);
    if (dice.chance(0.86)) {
      atShop(Touch.PICK_UP_ARRIVED, arrival);
    }
    int collected = arrival + wait;
    double minutes = wait / 60.0;
    if (minutes > 14 && dice.chance(0.4)) {
      // Too long: they leave without it.
      again = comesAgain * 0.45;
      ordersAhead *= 0.4;
      if (dice.chance(0.6)) {
        sheet.set(Property.REASON, "order never ready");
        write(Touch.SUPPORT_CALLED, day, collected + dice.whole(1_800, 9_000));
      }
      return;
    }
    String felt = minutes > 3 ? "long" : "short";
    sheet.trait(Trait.FIRST_PICK_UP, felt);
    sheet.set(Property.WAIT_MINUTES, decimal(minutes)).set(Property.WAIT, felt);
    atShop(Touch.ORDER_COLLECTED, collected);
    if (minutes > 3) {
      again = comesAgain * 0.82;
      ordersAhead *= 0.90;
    }
    double feels = minutes > 3 ? 1.4 : minutes > 1.5 ? 3.0 : 4.3;
    after(collected, true, false, feels, 4.2);
  }

  private void atTheTill(int begin, boolean gaveUp) {
    boolean peak = season.isPeak(day, begin);
    int queue = 40 + (int) dice.waiting(peak ? 260 : 110);
    int paid = begin + queue;
    sheet.set(Property.ORDER_VALUE, value()).set(Property.WAIT_MINUTES, decimal(queue / 60.0));
    atShop(Touch.TILL_PAID, paid);
    double known = shop.knowsNames() * (visits > 3 ? 1.15 : 0.5);
    boolean byName = dice.chance(known);
    int handed = paid + dice.whole(70, 260);
    sheet.trait(Trait.FIRST_HAND_OVER, byName ? "by name" : "plain");
    sheet.set(Property.CALLED_BY_NAME, Boolean.toString(byName));
    atShop(Touch.DRINK_HANDED_OVER, handed);
    if (byName) {
      // Planted: what a name does.
      again = 1 - (1 - comesAgain) * 0.5;
    }
    double ordering = gaveUp ? 1.8 : group == CustomerGroup.STUDENT ? 3.0 : 3.6;
    after(handed, false, byName, byName ? 4.7 : 3.6, ordering);
  }

  private void after(int end, boolean ahead, boolean byName, double met, double ordering) {
    if (dice.chance(stays())) {
      atShop(Touch.GUEST_WIFI_JOINED, end + dice.whole(60, 500));
    }
    if (dice.chance(0.006)) {
      sheet.set(Property.REASON, dice.chance(0.6) ? "wrong drink" : "charged twice");
      write(Touch.SUPPORT_CALLED, day, end + dice.whole(1_200, 7_200));
    }
    int last = end + dice.whole(560, 700);
    if (paperCard) {
      atShop(Touch.PAPER_CARD_STAMPED, last);
    }
    if (member && dice.chance(ahead ? 0.9 : 0.5)) {
      atShop(Touch.STAMP_EARNED, last);
      stamps++;
      if (stamps % STAMPS_FOR_A_CUP == 0) {
        atShop(Touch.FREE_CUP_REDEEMED, last + 20);
      }
    }
    boolean treated = treat(last + 40);
    answer(end, ahead, byName, met, ordering, treated);
  }

  private double stays() {
    return switch (group) {
      case REMOTE_WORKER -> 0.45;
      case STUDENT -> 0.30;
      case COMMUTER -> 0.02;
      case NOT_KNOWN -> 0.10;
    };
  }

  /// Planted: a free drink in the week of the birthday.
  private boolean treat(int second) {
    boolean due = member && !birthdayKept && day >= birthday && day - birthday <= 6;
    if (!due || !dice.chance(0.8)) {
      return false;
    }
    birthdayKept = true;
    if (readsMail && dice.chance(0.7)) {
      write(Touch.BIRTHDAY_EMAIL_OPENED, day, 6 * 3_600 + dice.whole(0, 1_500));
    }
    atShop(Touch.BIRTHDAY_DRINK_GIVEN, second);
    comesAgain = 1 - (1 - comesAgain) * 0.45;
    again = Math.max(again, comesAgain);
    return true;
  }

  private void answer(
      int end, boolean ahead, boolean byName, double met, double ordering, boolean treated) {
    double answers = treated ? 0.5 : met < 2 ? 0.12 : byName ? 0.08 : 0.05;
    if (!dice.chance(answers)) {
      return;
    }
    String about;
    double mean;
    double which = dice.unit();
    if (treated) {
      about = "the birthday drink";
      mean = 4.8;
    } else if (which < 0.26) {
      about = ahead ? "ordering in the app" : "ordering at the till";
      mean = ordering;
    } else if (which < 0.78) {
      about = ahead ? "the pick-up" : "the barista";
      mean = met;
    } else {
      about = "the drink";
      mean = 4.1;
    }
    int score = Math.clamp(Math.round(dice.bell(mean, 0.8)), 1, 5);
    sheet.set(Property.ABOUT, about).set(Property.SCORE, Integer.toString(score));
    if (byName) {
      sheet.set(Property.CALLED_BY_NAME, "true");
    }
    if (dice.chance(0.45)) {
      sheet.set(Property.COMMENT, Comments.of(about, score, dice));
    }
    sheet.set(Property.PEAK, Boolean.toString(season.isPeak(day, end)));
    sheet.set(Property.STORE, shop.label());
    write(Touch.SURVEY_ANSWERED, day, end + dice.whole(1_300, 20_000));
  }

  private String value() {
    return decimal(Math.round(dice.bell(5.4, 1.3) * 4) / 4.0 + (dice.chance(0.3) ? 3.5 : 0));
  }

  private static String decimal(double number) {
    long tenths = Math.round(Math.max(0, number) * 100);
    return tenths / 100 + "." + tenths / 10 % 10 + tenths % 10;
  }

  private void onDevice(Touch touch, int second) {
    sheet.set(Property.DEVICE, device).set(Property.STORE, shop.label());
    write(touch, day, second);
  }

  private void atShop(Touch touch, int second) {
    sheet
        .set(Property.STORE, shop.label())
        .set(Property.PEAK, Boolean.toString(season.isPeak(day, second)))
        .set(Property.WEATHER, season.isRainy(day) ? "rain" : "dry");
    write(touch, day, second);
  }

  private void write(Touch touch, int on, int second) {
    sheet.add(id, touch.event(), on, second, touch.channel());
  }
}
