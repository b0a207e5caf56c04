package dev.sojourn.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person opens an installation that holds nothing yet.
class FirstVisitTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void threeDoorsAreOpenAndNothingComesFromOutside() {
    try (Application application = Application.start("serve", folder.resolve("data"));
        Chromium chromium = new Chromium()) {
      Page page = chromium.page(1280, 900, false);
      page.navigate(application.address());
      assertThat(page.getByRole(AriaRole.MAIN)).isVisible();
      assertThat(page.getByRole(AriaRole.NAVIGATION).first()).isVisible();
      assertEquals(List.of(), Axe.violations(page));
      // An address may be named after a customer, and then has what a mail address has.
      for (String nowhere : List.of("w/my.name/maps", "w/default/a.page", "nowhere")) {
        assertEquals(200, page.navigate(application.address() + nowhere).status());
        assertThat(page.getByText("There is no page at this address")).isVisible();
      }
      for (String file : List.of("assets/index-gone.js", "gone.png", "api/v1/gone")) {
        assertEquals(404, page.request().get(application.address() + file).status(), file);
      }
      page.navigate(application.address() + "kitchen-sink");
      assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
      assertEquals(List.of(), Axe.violations(page));
    }
  }
}
