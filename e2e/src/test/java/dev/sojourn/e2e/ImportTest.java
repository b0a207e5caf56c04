package dev.sojourn.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person brings a file of their own, answers what it does not say, and reads their first map.
class ImportTest {

  private static final List<String> STEPS =
      List.of("Seite besucht", "In den Korb gelegt", "Zur Kasse", "Bezahlt");

  @TempDir private Path folder = Path.of("");

  /// As a spreadsheet in German writes it: semicolons, points in dates, no UTF-8; a row without a
  /// customer.
  private Path purchases() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    StringBuilder rows =
        new StringBuilder("Käufer;Vorgang;Datum;Größe\n;Bezahlt;01.01.2026 10:00;S\n");
    for (int customer = 0; customer < 300; customer++) {
      int steps = 1 + random.nextInt(STEPS.size());
      for (int step = 0; step < steps; step++) {
        rows.append(
            "K%04d;%s;%02d.%02d.2026 %02d:%02d;M\n"
                .formatted(
                    customer,
                    STEPS.get(step),
                    13 + step,
                    1 + customer % 12,
                    8 + step,
                    customer % 60));
      }
    }
    return Files.write(
        folder.resolve("käufe.csv"), rows.toString().getBytes(Charset.forName("windows-1252")));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  @Test
  void fromAFileOfOnesOwnToTheFirstMap() throws IOException {
    try (Application application = Application.start("serve", folder.resolve("data"));
        Chromium chromium = new Chromium()) {
      Page page = chromium.page(1280, 900, true);
      page.navigate(application.address() + "w/default/sources");
      assertThat(page.getByText("Drop a file with events here")).isVisible();
      assertEquals(List.of(), Axe.violations(page));
      page.locator("main input[type=file]").first().setInputFiles(purchases());

      button(page, "Western European (windows-1252)").click();
      assertThat(page.getByText("Which column says whose event it is?")).isVisible();
      assertEquals(List.of(), Axe.violations(page));
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Käufer ("))
          .first()
          .click();
      button(page, "Vorgang (").first().click();
      page.getByText(" is 16 December 2026").first().click();
      assertThat(page.getByText("would be refused")).isVisible();
      assertThat(
              page.getByRole(
                  AriaRole.CELL, new Page.GetByRoleOptions().setName("13 Jan 2026, 08:00:00 UTC")))
          .isVisible();
      assertEquals(List.of(), Axe.violations(page));

      // By keyboard alone.
      button(page, "Import").last().press("Enter");
      assertThat(page.getByText("events are in.")).isVisible();
      assertThat(page.getByText("was refused")).isVisible();
      Locator open =
          page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the map"))
              .first();
      assertThat(open).isVisible();
      assertEquals(List.of(), Axe.violations(page));

      page.getByText("See which and why").click();
      assertThat(page.getByText("Refused rows of")).isVisible();
      assertEquals(List.of(), Axe.violations(page));
      page.navigate(application.address() + "w/default/sources");
      assertThat(page.getByText("Events and touchpoints")).isVisible();
      assertThat(page.getByText("käufe.csv")).isVisible();
      assertEquals(List.of(), Axe.violations(page));
    }
  }
}
