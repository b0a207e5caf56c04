package dev.sojourn.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody drops a file of their own and sees the map of it.
class OwnFileTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void aDroppedFileBecomesADraftedMapAndItsBadRowsAreShown() throws IOException {
    String file = visits();
    try (Application application = Application.start("serve", folder.resolve("data"));
        Chromium chromium = new Chromium()) {
      Page page = chromium.page(1280, 900, false);
      page.navigate(application.address() + "w/default/sources");
      assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
      drop(page, "<img src=x onerror=alert(1)>.csv", file);
      assertThat(page.getByRole(AriaRole.TABLE)).containsText("ada");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import").setExact(true))
          .click();
      Locator open =
          page.getByRole(AriaRole.MAIN)
              .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Open the map"));
      assertThat(open).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
      page.getByRole(
              AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^See which")))
          .click();
      assertThat(page.getByRole(AriaRole.MAIN)).containsText("yesterday");
      page.goBack();
      open.click();
      assertThat(page.getByRole(AriaRole.GRID)).isVisible();
      assertThat(page.getByRole(AriaRole.GRID)).containsText("Checkout");
      assertThat(page.getByText(Pattern.compile("journeys")).first()).isVisible();
    }
  }

  /// Four touchpoints, and one row in the middle whose time is none.
  private static String visits() {
    Random random = new Random(11);
    StringBuilder rows = new StringBuilder("customer,event,time\nada,home,2026-01-01T10:00:00Z\n");
    Instant time = Instant.parse("2026-01-01T00:00:00Z");
    for (int customer = 0; customer < 600; customer++) {
      time = time.plusSeconds(3_600);
      Instant at = time;
      for (String event : List.of("home", "product", "cart", "checkout")) {
        if (!event.equals("home") && random.nextInt(100) < 30) {
          break;
        }
        at = at.plusSeconds(20 + random.nextInt(300));
        rows.append('c').append(customer).append(',').append(event).append(',');
        rows.append(at).append('\n');
      }
      if (customer == 300) {
        rows.append("ben,home,yesterday\n");
      }
    }
    return rows.toString();
  }

  /// What a browser does when a file is dropped on the page.
  private static void drop(Page page, String name, String text) {
    page.evaluate(
        """
        ({ name, text }) => {
          const carried = new DataTransfer()
          carried.items.add(new File([text], name, { type: 'text/csv' }))
          const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2)
          for (const type of ['dragenter', 'dragover', 'drop'])
            target.dispatchEvent(new DragEvent(type, {
              bubbles: true, cancelable: true, composed: true, dataTransfer: carried,
              clientX: innerWidth / 2, clientY: innerHeight / 2 }))
        }
        """,
        Map.of("name", name, "text", text));
  }
}
