package dev.sojourn.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every screen, by day and by night: nothing serious that axe finds. With
/// `-Dsojourn.pictures=FOLDER` it also takes their pictures.
class ScreensTest {

  private static final String PICTURES = System.getProperty("sojourn.pictures", "");

  @Test
  void everyScreenCanBeUsedByEverybody() {
    List<String> found = new ArrayList<>();
    try (Chromium chromium = new Chromium()) {
      for (boolean dark : new boolean[] {false, true}) {
        for (int width : PICTURES.isEmpty() ? new int[] {1280} : new int[] {1280, 1920}) {
          look(chromium, width, dark, found);
        }
      }
    }
    assertEquals(List.of(), found);
  }

  private static void look(Chromium chromium, int width, boolean dark, List<String> found) {
    Page page = chromium.page(width, 960, dark);
    String base = Demo.address();
    String map = Demo.map("harbour-coffee").substring(base.length());
    String shop = Demo.map("shop").substring(base.length());
    String persona =
        Demo.get("api/v1/workspaces/harbour-coffee/personas").at("/personas/0/id").asString();
    String customer =
        Demo.get("api/v1/workspaces/harbour-coffee/customers?limit=1")
            .at("/customers/0/id")
            .asString();
    for (String[] screen :
        new String[][] {
          {"home", "w/harbour-coffee"},
          {"maps", "w/harbour-coffee/maps"},
          {"map", map},
          {"map-drafted", shop},
          {"personas", "w/harbour-coffee/personas"},
          {"persona", "w/harbour-coffee/personas/" + persona},
          {"funnel", "w/harbour-coffee/explore"},
          {"flow", "w/shop/explore/flow"},
          {"paths", "w/harbour-coffee/explore/paths"},
          {"variants", "w/shop/explore/variants"},
          {"customers", "w/harbour-coffee/customers"},
          {"customer", "w/harbour-coffee/customers/one?id=" + customer},
          {"sources", "w/harbour-coffee/sources"},
          {"settings", "w/harbour-coffee/settings"},
          {"kitchen-sink", "kitchen-sink"},
        }) {
      page.navigate(base + screen[1]);
      assertThat(page.getByRole(AriaRole.MAIN)).isVisible();
      assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
      // Skeletons give way to what they stand for.
      page.waitForLoadState(LoadState.LOAD);
      page.waitForFunction("() => !document.querySelector('[aria-busy=true]')");
      Axe.violations(page).forEach(line -> found.add(screen[0] + (dark ? " dark " : " ") + line));
      if (!PICTURES.isEmpty()) {
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(
                    Path.of(PICTURES, screen[0] + "-" + width + (dark ? "-dark" : "") + ".png")));
      }
    }
    page.context().close();
  }
}
