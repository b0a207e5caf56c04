package dev.sojourn.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Every screen with what people really have: nothing, one event, very long and foreign names,
/// names that would like to be markup, and very many. What is a name stays text, the page never
/// scrolls sideways, and no control lies under another. With `-Dsojourn.pictures=FOLDER` it also
/// takes their pictures.
class StrangeDataTest {

  private static final String PICTURES = System.getProperty("sojourn.pictures", "");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final List<String> NAMES =
      List.of(
          "<img src=x onerror=\"window.hurt=1\">",
          "\"><script>window.hurt=1</script>",
          "=cmd|'/c calc'!A1",
          "\uD83D\uDE00 \uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67 caf\u00e9",
          "\u0639\u0645\u064a\u0644 \u062c\u062f\u064a\u062f \u064a\u0634\u062a\u0631\u064a (2)",
          "\u05dc\u05e7\u05d5\u05d7 \u05d7\u05d3\u05e9 \u05e7\u05d5\u05e0\u05d4, 3 \u05e4\u05e2\u05de\u05d9\u05dd",
          "A very long name ".repeat(18).strip().substring(0, 300),
          "Donaudampfschifffahrt".repeat(15).substring(0, 300));

  /// What is wrong with the screen as it stands, one line each.
  private static final String WRONG =
      """
      () => {
        const wrong = []
        const page = document.documentElement
        if (page.scrollWidth > innerWidth) wrong.push(`the page is ${page.scrollWidth} px wide`)
        const main = document.querySelector('main')
        if (main.scrollWidth > main.clientWidth + 1)
          wrong.push(`the room is ${main.scrollWidth} px wide in ${main.clientWidth}`)
        if (window.hurt || document.querySelector('img[src=x]')) wrong.push('a name became markup')
        // Figures stand beside what they are of.
        for (const table of main.querySelectorAll('table'))
          if (table.scrollWidth > table.parentElement.clientWidth + 1)
            wrong.push(`a table is ${table.scrollWidth} px wide in ${table.parentElement.clientWidth}`)
        const controls = 'a[href], header p, header span, button, input, textarea, [role=option], h1, h2, [role=columnheader]'
        for (const control of main.querySelectorAll(controls)) {
          const box = control.getBoundingClientRect()
          let left = box.left, right = box.right, top = box.top, bottom = box.bottom
          for (let at = control.parentElement; at && at !== document.body; at = at.parentElement) {
            if (getComputedStyle(at).overflow === 'visible') continue
            const clip = at.getBoundingClientRect()
            left = Math.max(left, clip.left); right = Math.min(right, clip.right)
            top = Math.max(top, clip.top); bottom = Math.min(bottom, clip.bottom)
          }
          left = Math.max(0, left); right = Math.min(innerWidth, right)
          top = Math.max(0, top); bottom = Math.min(innerHeight, bottom)
          if (right - left < 4 || bottom - top < 4) continue
          const style = getComputedStyle(control)
          if (style.opacity === '0' || style.visibility === 'hidden' || style.pointerEvents === 'none') continue
          const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
          if (!over || control.contains(over) || over.contains(control)) continue
          if (control.labels && [...control.labels].some(label => label.contains(over))) continue
          wrong.push(`${over.outerHTML.slice(0, 160)} lies over ${control.outerHTML.slice(0, 160)}`)
        }
        return wrong
      }
      """;

  @TempDir private Path folder = Path.of("");

  private final List<String> found = new ArrayList<>();
  private String base = "";

  @Test
  void everyScreenKeepsItsShapeWithWhateverIsInIt() {
    try (Application application = Application.start("serve", folder.resolve("data"));
        Chromium chromium = new Chromium()) {
      base = application.address();
      chromium.provokes("404 GET .*/customer\\?id=");
      Api api = new Api(base);
      List<String> workspaces = new ArrayList<>();
      for (String name :
          List.of("Nothing", "One event", NAMES.get(7).substring(0, 200), "Very many")) {
        workspaces.add(
            api.post("workspaces", JSON.createObjectNode().put("name", name)).get("id").asString());
      }
      Page page = chromium.page(1280, 900, false);
      page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
      page.navigate(base + "w/" + workspaces.get(0));
      assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();

      look(page, workspaces.get(0), "nothing", null, null, null, "nobody");

      api.importFile(
          workspaces.get(1), "one.csv", "customer,event,time\nanna,visit,2026-01-01T10:00:00Z\n");
      look(
          page,
          workspaces.get(1),
          "one event",
          Maps.make(base, workspaces.get(1), "One"),
          null,
          source(workspaces.get(1)),
          "anna");

      String strange = workspaces.get(2);
      api.importFile(strange, NAMES.get(0) + ".csv", strangeEvents());
      String persona = persona(api, strange);
      look(
          page,
          strange,
          "strange",
          Maps.make(base, strange, strangeMap(persona)),
          persona,
          source(strange),
          NAMES.get(0));

      String many = workspaces.get(3);
      api.importFile(many, "many.csv", manyEvents());
      look(page, many, "many", Maps.make(base, many, manyTouchpoints()), null, source(many), "c1");
    }
    assertEquals(List.of(), found);
  }

  private String source(String workspace) {
    return Demo.get(base, "api/v1/workspaces/" + workspace + "/sources")
        .at("/sources/0/id")
        .asString();
  }

  private void look(
      Page page,
      String workspace,
      String name,
      String map,
      String persona,
      String source,
      String customer) {
    List<String> screens =
        new ArrayList<>(
            List.of(
                "",
                "maps",
                "personas",
                "explore",
                "explore/flow",
                "explore/variants",
                "customers",
                "customers/one?id=" + Api.encode(customer),
                "sources",
                "settings"));
    if (map != null) {
      String id =
          Demo.get(base, "api/v1/workspaces/" + workspace + "/maps/" + map)
              .at("/map/stages/0/id")
              .asString();
      screens.add("maps/" + map);
      if (persona != null) {
        screens.add("maps/" + map + "?show=design");
        screens.add("maps/" + map + "?show=feeling&element=" + id);
      } else {
        screens.add("maps/bin");
      }
      screens.add("maps/" + map + "?element=" + map);
    }
    if (persona != null) {
      screens.add("personas/" + persona);
    }
    if (source != null) {
      screens.add("sources/" + source + "/refused");
    }
    for (String screen : screens) {
      String place = "w/" + workspace + (screen.isEmpty() ? "" : "/" + screen);
      if (screen.contains("show=") || screen.contains("element=")) {
        page.navigate(base + place);
      } else {
        // As a link would go there.
        page.evaluate(
            "to => { history.pushState(null, '', to);"
                + " dispatchEvent(new PopStateEvent('popstate')) }",
            "/" + place);
      }
      page.locator("main h1, main h2, main [role=heading]").first().waitFor();
      page.waitForFunction("() => !document.querySelector('[aria-busy=true]')");
      for (Object wrong : (List<?>) page.evaluate(WRONG)) {
        found.add(name + " " + screen + ": " + wrong);
      }
      if (!PICTURES.isEmpty()) {
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(
                    Path.of(
                        PICTURES,
                        name.replace(' ', '-')
                            + "-"
                            + screen
                                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "")
                                .replaceAll("[^a-z]+", "-")
                            + ".png")));
      }
    }
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String strangeEvents() {
    StringBuilder rows = new StringBuilder("customer,event,time,channel,note\n");
    for (int customer = 0; customer < 40; customer++) {
      String who = customer < NAMES.size() ? NAMES.get(customer) : "c" + customer;
      for (int step = 0; step < NAMES.size() && step <= customer; step++) {
        rows.append(quoted(who)).append(',').append(quoted(NAMES.get(step)));
        rows.append(",2026-01-%02dT1%d:00:00Z,".formatted(1 + customer % 28, step));
        rows.append(quoted(NAMES.get((step + 1) % NAMES.size()))).append(',');
        rows.append(quoted(NAMES.get(step))).append('\n');
      }
    }
    for (String name : NAMES) {
      rows.append("x,").append(quoted(name)).append(',').append(quoted(name)).append(",,a\0b\n");
    }
    return rows.toString();
  }

  private static String manyEvents() {
    StringBuilder rows = new StringBuilder("customer,event,time\n");
    for (int event = 0; event < 1_000; event++) {
      for (int customer = 0; customer < 3; customer++) {
        rows.append(
            "c%d,touchpoint %d,2026-01-%02dT10:%02d:%02dZ%n"
                .formatted(customer, event, 1 + event / 60, event % 60, customer));
      }
    }
    return rows.toString();
  }

  private static String persona(Api api, String workspace) {
    ObjectNode persona =
        JSON.createObjectNode()
            .put("name", NAMES.get(7).substring(0, 200))
            .put("kind", "CUSTOMER")
            .put("standing", "PROTO")
            .put("tagline", NAMES.get(0))
            .put("quote", NAMES.get(4))
            .put("bio", NAMES.get(6) + NAMES.get(7));
    persona.putObject("demographics").put("occupation", NAMES.get(1)).put("location", NAMES.get(5));
    for (String list : List.of("goals", "motivations", "needs", "behaviors", "pains")) {
      ArrayNode words = persona.putArray(list);
      NAMES.forEach(words::add);
    }
    return api.post("workspaces/" + workspace + "/personas", persona).get("id").asString();
  }

  private static ObjectNode map(String title) {
    return JSON.createObjectNode()
        .put("schemaVersion", 1)
        .put("id", UUID.randomUUID().toString())
        .put("key", "strange")
        .put("title", title)
        .put("mapType", "CURRENT_STATE")
        .put("state", "AS_IS")
        .put("status", "DRAFT")
        .put("reviewEveryMonths", 12);
  }

  private static ObjectNode add(ArrayNode list) {
    return list.addObject().put("id", UUID.randomUUID().toString());
  }

  private static ObjectNode strangeMap(String persona) {
    ObjectNode map = map(NAMES.get(7)).put("scenario", NAMES.get(6));
    ObjectNode somebody = map.putArray("personas").addObject();
    somebody.put("id", persona).put("name", NAMES.get(7).substring(0, 200));
    somebody.put("kind", "CUSTOMER").put("standing", "PROTO");
    ArrayNode stages = map.putArray("stages");
    ArrayNode steps = map.putArray("steps");
    ArrayNode lanes = map.putArray("lanes");
    ArrayNode cards = map.putArray("cards");
    ArrayNode touchpoints = map.putArray("touchpoints");
    ArrayNode emotions = map.putArray("emotions");
    ArrayNode evidence = map.putArray("evidence");
    List<String> roles =
        List.of("ACTION", "TOUCHPOINT", "THOUGHT", "EMOTION_CURVE", "PAIN", "OPPORTUNITY");
    for (String role : roles) {
      add(lanes)
          .put("role", role)
          .put(
              "title",
              NAMES
                  .get(roles.indexOf(role))
                  .substring(0, Math.min(100, NAMES.get(roles.indexOf(role)).length())));
    }
    for (int at = 0; at < NAMES.size(); at++) {
      String name = NAMES.get(at);
      ObjectNode stage = add(stages).put("name", name.substring(0, Math.min(200, name.length())));
      stage.put("stageKind", "CUSTOM").put("customerGoal", name);
      ObjectNode step = add(steps).put("stage", stage.get("id").asString()).put("title", name);
      step.put("orderGroup", "SEQUENCE");
      String stepId = step.get("id").asString();
      ObjectNode touchpoint = add(touchpoints).put("name", name).put("channel", "WEBSITE");
      touchpoint.put("observability", "EVENTS").putObject("binding").putArray("events").add(name);
      for (int lane = 0; lane < roles.size(); lane++) {
        if (roles.get(lane).equals("EMOTION_CURVE")) {
          continue;
        }
        ObjectNode card = add(cards).put("lane", lanes.get(lane).get("id").asString());
        card.put("fromStep", stepId).put("toStep", stepId).put("body", name);
        if (roles.get(lane).equals("TOUCHPOINT")) {
          card.put("touchpoint", touchpoint.get("id").asString());
        } else {
          card.put("note", name);
        }
      }
      add(emotions)
          .put("step", stepId)
          .put("valence", at - 4)
          .put("source", "ASSUMED")
          .put("quote", name);
      add(evidence)
          .put("element", stage.get("id").asString())
          .put("kind", "INTERVIEW")
          .put("stance", "SUPPORTS")
          .put("title", name)
          .put("excerpt", name)
          .put("said", 3);
    }
    return JSON.createObjectNode().set("map", map);
  }

  private static ObjectNode manyTouchpoints() {
    ObjectNode map = map("A map of a thousand touchpoints");
    ArrayNode stages = map.putArray("stages");
    ArrayNode steps = map.putArray("steps");
    String lane =
        add(map.putArray("lanes"))
            .put("role", "TOUCHPOINT")
            .put("title", "Touchpoints")
            .get("id")
            .asString();
    ArrayNode cards = map.putArray("cards");
    ArrayNode touchpoints = map.putArray("touchpoints");
    for (int stage = 0; stage < 10; stage++) {
      String stageId =
          add(stages).put("name", "Stage " + stage).put("stageKind", "CUSTOM").get("id").asString();
      for (int step = 0; step < 4; step++) {
        String stepId =
            add(steps)
                .put("stage", stageId)
                .put("title", "Step " + stage + "." + step)
                .put("orderGroup", "SEQUENCE")
                .get("id")
                .asString();
        for (int place = 0; place < 25; place++) {
          int number = stage * 100 + step * 25 + place;
          ObjectNode touchpoint =
              add(touchpoints).put("name", "Touchpoint " + number).put("channel", "WEBSITE");
          touchpoint
              .put("observability", "EVENTS")
              .putObject("binding")
              .putArray("events")
              .add("touchpoint " + number);
          add(cards)
              .put("lane", lane)
              .put("fromStep", stepId)
              .put("toStep", stepId)
              .put("body", "")
              .put("touchpoint", touchpoint.get("id").asString());
        }
      }
    }
    return JSON.createObjectNode().set("map", map);
  }
}
