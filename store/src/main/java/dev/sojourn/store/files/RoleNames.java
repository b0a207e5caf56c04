package dev.sojourn.store.files;

import java.util.List;
import java.util.Locale;

/// The names under which the field knows the roles, best first.
final class RoleNames {

  private static final List<String> CUSTOMER =
      List.of(
          "caseconceptname",
          "customerid",
          "customer",
          "customerno",
          "customernumber",
          "clientid",
          "client",
          "userid",
          "user",
          "uid",
          "visitorid",
          "visitor",
          "memberid",
          "member",
          "personid",
          "person",
          "profileid",
          "profile",
          "contactid",
          "contact",
          "subscriberid",
          "subscriber",
          "patientid",
          "patient",
          "playerid",
          "player",
          "caseid",
          "case",
          "traceid",
          "trace",
          "journeyid",
          "journey",
          "distinctid",
          "userpseudoid",
          "domainuserid",
          "idvisitor",
          "fullvisitorid",
          "anonymousid",
          "email",
          "emailaddress",
          "useremail",
          "customeremail",
          "cookieid",
          "cookie",
          "deviceid",
          "accountid",
          "account",
          "sessionid",
          "session");

  private static final List<String> EVENT =
      List.of(
          "conceptname",
          "eventname",
          "event",
          "activity",
          "activityname",
          "activities",
          "touchpoint",
          "touchpointname",
          "action",
          "actionname",
          "eventtype",
          "activitytype",
          "interaction",
          "page",
          "pagename",
          "step",
          "task",
          "type",
          "name");

  private static final List<String> TIME =
      List.of(
          "timetimestamp",
          "timestamp",
          "eventtime",
          "eventtimestamp",
          "time",
          "datetime",
          "ts",
          "servertimestamp",
          "derivedtstamp",
          "collectortstamp",
          "occurredat",
          "activitydate",
          "createddate",
          "completetimestamp",
          "completetime",
          "endtimestamp",
          "endtime",
          "starttimestamp",
          "starttime",
          "createdat",
          "created",
          "date",
          "eventdate",
          "day");

  private static final List<String> ORDER =
      List.of("eventorder", "order", "position", "sequence", "seq");

  private RoleNames() {}

  /// Known names for a role that is guessed, without anything but letters and digits.
  static List<String> of(Role role) {
    return switch (role) {
      case CUSTOMER -> CUSTOMER;
      case EVENT -> EVENT;
      case TIME -> TIME;
      case ORDER -> ORDER;
      case EVENT_ID, CHANNEL -> List.of();
    };
  }

  /// A column name reduced to its letters and digits, in lower case.
  static String plain(String column) {
    StringBuilder plain = new StringBuilder();
    column
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
