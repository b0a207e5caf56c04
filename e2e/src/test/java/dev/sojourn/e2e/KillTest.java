package dev.sojourn.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The server is killed while somebody edits: what said saved is there, and what was typed while it
/// was away is saved when it comes back.
class KillTest {

  private static final int KILLS = 3;
  private static final LocatorAssertions.IsVisibleOptions PATIENT =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  @TempDir private Path folder = Path.of("");

  @Test
  void nothingThatSaidSavedIsLostAndThePageSaysThatTheServerIsBack()
      throws IOException, InterruptedException {
    try (Application application = Application.start("serve", folder.resolve("data"));
        Chromium chromium = new Chromium()) {
      chromium.provokes(
          "net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|INCOMPLETE_CHUNKED_ENCODING|EMPTY_RESPONSE)");
      String map = made(application);
      Page page = chromium.page(1280, 900, false);
      page.navigate(application.address() + "w/default/maps/" + map);
      Locator title =
          page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Title of the map"));
      assertThat(title).isVisible();
      for (int kill = 1; kill <= KILLS; kill++) {
        title.fill("Saved before kill " + kill);
        title.blur();
        assertThat(page.getByText(Pattern.compile("^saved \\d\\d:\\d\\d"))).isVisible();
        application.kill();
        title.fill("Typed after kill " + kill);
        title.blur();
        assertThat(page.getByText(Pattern.compile("does not answer")).first()).isVisible(PATIENT);
        application.startAgain("serve");
        assertThat(page.getByText(Pattern.compile("^saved \\d\\d:\\d\\d"))).isVisible(PATIENT);
        JsonNode kept = Demo.get(application.address(), "api/v1/workspaces/default/maps/" + map);
        assertEquals("Typed after kill " + kill, kept.at("/map/title").asString());
        JsonNode history =
            Demo.get(application.address(), "api/v1/workspaces/default/maps/" + map + "/history");
        // Both are there, each once, besides how the map came to be.
        assertEquals(1 + 2 * kill, history.get("changes").size(), history.toString());
      }
    }
  }

  private static String made(Application application) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(application.address() + "api/v1/workspaces/default/maps"))
                    .header("Content-Type", "application/json")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "{\"title\":\"A visit\",\"mapType\":\"CURRENT_STATE\","
                                + "\"template\":\"PURCHASE\",\"map\":null}"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(201, answer.statusCode(), answer.body());
    return Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"")
        .matcher(answer.body())
        .results()
        .findFirst()
        .orElseThrow()
        .group(1);
  }
}
