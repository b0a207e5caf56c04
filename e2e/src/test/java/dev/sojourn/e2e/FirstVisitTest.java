package dev.sojourn.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
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
      List<String> outside = new ArrayList<>();
      List<String> faults = new ArrayList<>();
      page.onRequest(request -> {
        if (!request.url().startsWith(application.address())
            && !request.url().startsWith("data:")
            && !request.url().startsWith("blob:")) {
          outside.add(request.url());
        }
      });
      page.onConsoleMessage(message -> {
        if (message.type().equals("error") && !message.text().startsWith("Failed to load")) {
          faults.add(message.text());
        }
      });
      page.onResponse(response -> {
        if (response.status() >= 500) {
          faults.add(response.status() + " " + response.url());
        }
      });
      page.onPageError(faults::add);
      page.navigate(application.address());
      assertThat(page.getByRole(AriaRole.MAIN)).isVisible();
      assertThat(page.getByRole(AriaRole.NAVIGATION).first()).isVisible();
      assertEquals(List.of(), Axe.violations(page));
      page.navigate(application.address() + "kitchen-sink");
      assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
      assertEquals(List.of(), Axe.violations(page));
      assertEquals(List.of(), outside);
      assertEquals(List.of(), faults);
    }
  }
}
