package dev.sojourn.store.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Roles are found by name and by value, and never by a toss.
class RoleDecisionTest {

  @TempDir Path folder;

  private Map<String, String> roles(String csv) throws IOException {
    return ReadBack.ofText(folder, csv).facts().roles();
  }

  private static Map<String, String> expected(String customer, String event, String time) {
    return Map.of("customer", customer, "event", event, "time", time);
  }

  @Test
  void knowsTheNamesOfTheField() throws IOException {
    assertEquals(
        expected("Customer ID", "Event Name", "Event-Time"),
        roles("Event Name|Event-Time|Customer ID\nview|2024-01-01|7\n"));
    assertEquals(expected("visitor", "page", "ts"), roles("ts;visitor;page\n1700000000;v1;home\n"));
    assertEquals(
        expected("e-mail address".replace("e-mail address", "Email"), "action", "date"),
        roles("Email\taction\tdate\na@b.c\tclick\t2024/01/01\n"));
  }

  @Test
  void knowsTheNamesOfTheExportsOfPublicTools() throws IOException {
    assertEquals(
        expected("user_pseudo_id", "event_name", "event_timestamp"),
        roles(
            "event_date,event_timestamp,event_name,user_pseudo_id\n"
                + "20240105,1704448800123456,page_view,12.34\n"));
    assertEquals(
        expected("domain_userid", "event_name", "derived_tstamp"),
        roles("domain_userid,event_name,derived_tstamp\nu,view,2024-01-05 10:00:00.123\n"));
    assertEquals(
        expected("idvisitor", "actionName", "serverTimestamp"),
        roles("idvisitor,actionName,serverTimestamp\nab12,Home,1704448800\n"));
  }

  @Test
  void saysThatTheHeaderRepeatsANameAndTakesNoOtherForIt() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("events"), "customer,event,event,time\na,x,y,2024-01-01\n");
    BadInputTest.assertRefused(file, "--event", "The header names 'event' more than once.");
    assertEquals(
        expected("customer", "event_name", "time"),
        roles("customer,event,event,event_name,time\na,x,y,z,2024-01-01\n"));
  }

  @Test
  void nameAloneDoesNotMakeATime() throws IOException {
    assertEquals(
        expected("user", "event", "created_at"),
        roles("user,event,time,created_at\na,b,morning,2024-01-01\n"));
  }

  @Test
  void onlyColumnLeftPlaysTheRole() throws IOException {
    assertEquals(
        expected("who", "what", "wann"),
        roles(
            "who,what,wann\na1,x,2024-01-01\na2,y,2024-01-01\na3,x,2024-01-01\na4,y,2024-01-02\n"));
  }

  @Test
  void aBadTimeAmongTheFirstRowsDoesNotHideTheColumn() throws IOException {
    String rows =
        "who,what,wann\na1,x,2024-01-01\na2,y,n/a\na3,x,2024-01-02\na4,y,2024-01-03\n"
            + "a5,x,\na6,y,2024-01-04\n";
    assertEquals(expected("who", "what", "wann"), roles(rows));
    Path file = Files.writeString(folder.resolve("worse"), rows + "a7,x,soon\n");
    BadInputTest.assertRefused(file, "--time");
  }

  @Test
  void refusesToChooseBetweenTwo() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("events"),
            "p,q,time\na,x,2024-01-01\na,y,2024-01-01\nb,x,2024-01-01\nb,y,2024-01-02\n");
    BadInputTest.assertRefused(file, "--customer", "--event", "p, q, time");
  }

  @Test
  void saysWhatIsWrongWithTheTimeColumn() throws IOException {
    Path file =
        Files.writeString(folder.resolve("events"), "user,event,date\na,b,24-02-2015 11.35\n");
    BadInputTest.assertRefused(file, "--time", "'date'", "--time-format");
  }

  @Test
  void dropsChosenNamesAndKeepsChosenProperties() throws IOException {
    ImportOptions o = ImportOptions.defaults();
    String csv = "user,event,time,a,b\nu,keep,0,1,2\nu,lost,0,1,2\nu,keep,0,,3\n";
    ReadBack read =
        ReadBack.ofText(
            folder,
            csv,
            new ImportOptions(
                o.format(),
                null,
                null,
                null,
                null,
                null,
                o.timeZone(),
                "a",
                null,
                "web",
                new PropertyChoice.Named(List.of("b", "user")),
                Set.of("lost"),
                null));
    assertEquals(1, read.dropped());
    assertEquals(Map.of("b:TEXT", "2", "user:TEXT", "u"), read.events().getFirst().properties());
    assertEquals("1", read.events().getFirst().id());
    assertEquals(null, read.events().getLast().id());
    assertEquals("web", read.events().getLast().channel());
    ImportOptions none =
        new ImportOptions(
            o.format(),
            null,
            null,
            null,
            null,
            null,
            o.timeZone(),
            null,
            "a",
            null,
            new PropertyChoice.None(),
            Set.of(),
            null);
    ReadBack bare = ReadBack.ofText(folder, csv, none);
    assertEquals(Map.of(), bare.events().getFirst().properties());
    assertEquals("1", bare.events().getFirst().channel());
  }
}
