package dev.sojourn.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
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
  void nothingThatSaidSavedIsLostAndThePageSaysThatTheServerIsBack() {
    try (Application application = Application.start("serve", folder.resolve("data"));
        Chromium chromium = new Chromium()) {
      chromium.provokes(
          "net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|INCOMPLETE_CHUNKED_ENCODING|EMPTY_RESPONSE)");
      String map = Maps.make(application.address(), "default", "A visit");
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
}
