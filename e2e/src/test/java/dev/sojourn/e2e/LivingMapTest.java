package dev.sojourn.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The demo opens, its map shows what events say, and it can be changed, questioned and printed.
class LivingMapTest {

  private static Chromium chromium;

  @BeforeAll
  static void begin() {
    chromium = new Chromium();
  }

  @AfterAll
  static void end() {
    chromium.close();
  }

  private static Page map(String workspace) {
    Page page = chromium.page(1440, 1000, false);
    page.navigate(Demo.map(workspace));
    assertThat(page.getByRole(AriaRole.GRID)).isVisible();
    return page;
  }

  private static Locator card(Page page, String text) {
    return page.getByRole(AriaRole.GRID)
        .locator("[aria-roledescription=card]")
        .filter(new Locator.FilterOptions().setHasText(text));
  }

  private static void write(Page page, String from, String to) {
    card(page, from).first().click();
    page.keyboard().press("Enter");
    assertThat(page.locator("textarea:focus")).isVisible();
    page.keyboard().press("ControlOrMeta+a");
    page.keyboard().type(to);
    page.keyboard().press("ControlOrMeta+Enter");
    assertThat(card(page, to).first()).isVisible();
  }

  private static void awaitSaved(Page page) {
    assertThat(page.getByText(Pattern.compile("^saved \\d\\d:\\d\\d"))).isVisible();
  }

  @Test
  void theMapShowsItsEvidenceAndSaysThatItIsMadeUp() {
    Page page = map("harbour-coffee");
    assertThat(page.getByText(Pattern.compile("events show \\d+ %")).first()).isVisible();
    assertThat(page.getByText(Pattern.compile("of 20,000 journeys"))).isVisible();
    assertThat(page.getByText(Pattern.compile("[\\d,]+ come back")).first()).isVisible();
    assertThat(page.getByText("Synthetic: all customers are made up")).isVisible();
    page.context().close();
  }

  @Test
  void anEditedCardIsThereAfterLoadingAgainAndAnUndoneOneIsNot() {
    Page page = map("harbour-coffee");
    write(page, "Queues, orders", "Queues, orders, taps <b>the card</b>");
    awaitSaved(page);
    page.reload();
    assertThat(card(page, "Queues, orders, taps <b>the card</b>")).isVisible();
    write(page, "Queues, orders, taps <b>the card</b>", "Queues, sighs, leaves");
    awaitSaved(page);
    page.keyboard().press("ControlOrMeta+z");
    assertThat(card(page, "Queues, orders, taps <b>the card</b>")).isVisible();
    awaitSaved(page);
    page.reload();
    assertThat(card(page, "Queues, orders, taps <b>the card</b>")).isVisible();
    assertEquals(0, card(page, "Queues, sighs, leaves").count());
    page.context().close();
  }

  @Test
  void aQuestionBuiltBySentenceOpensToTheCustomersInside() {
    Page page = chromium.page(1440, 1000, false);
    page.navigate(Demo.address() + "w/shop/explore");
    choose(page, "Step 1", "Catalog");
    choose(page, "Step 2", "Cart");
    choose(page, "Step 3", "payment_done");
    // The numbers that others published for this shop.
    assertThat(page.getByRole(AriaRole.TABLE)).containsText("3,611");
    assertThat(page.getByRole(AriaRole.TABLE)).containsText("1,924");
    assertThat(page.getByRole(AriaRole.TABLE)).containsText("653");
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(Pattern.compile("^653 .*open who is inside")))
        .click();
    Locator inside = page.getByRole(AriaRole.COMPLEMENTARY);
    assertThat(inside).containsText("653");
    Locator first =
        inside.getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText("events"));
    first.first().click();
    assertThat(page).hasURL(Pattern.compile("/customers/one\\?id="));
    assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
    // The address alone restores the question.
    page.goBack();
    assertThat(page.getByRole(AriaRole.TABLE)).containsText("653");
    page.context().close();
  }

  @Test
  void whatCustomersDoAfterATouchpointOpensStepByStep() {
    Page page = chromium.page(1440, 1000, false);
    page.navigate(Demo.address() + "w/shop/explore/paths");
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(Pattern.compile("Where paths are looked at")))
        .click();
    page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("after").setExact(true))
        .click();
    choose(page, "Start", "Catalog");
    assertThat(page.getByText("3,611").first()).isVisible();
    Locator node =
        page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions()
                .setName(Pattern.compile("^[\\d,]+ customers at main, Step 2$")));
    String label = node.getAttribute("aria-label");
    String units = label.substring(0, label.indexOf(' '));
    node.focus();
    page.keyboard().press("Enter");
    Locator inside = page.getByRole(AriaRole.COMPLEMENTARY);
    assertThat(inside).containsText(units + "were at main at step 2");
    page.keyboard().press("Escape");
    assertThat(inside).hasCount(0);
    page.context().close();
  }

  private static Locator word(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON,
        new Page.GetByRoleOptions().setName(Pattern.compile("^" + name, Pattern.CASE_INSENSITIVE)));
  }

  private static void choose(Page page, String step, String touchpoint) {
    assertThat(word(page, step + ":")).isVisible();
    if (word(page, step + ": " + touchpoint).count() == 0) {
      word(page, step + ":").click();
      page.getByRole(AriaRole.SEARCHBOX).fill(touchpoint);
      page.getByRole(AriaRole.OPTION).first().click();
    }
    assertThat(word(page, step + ": " + touchpoint)).isVisible();
  }

  @Test
  void aPrintedMapHoldsItsWords() throws IOException {
    Page page = map("harbour-coffee");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Export")).click();
    Download download =
        page.waitForDownload(() ->
            page.getByRole(
                    AriaRole.MENUITEM,
                    new Page.GetByRoleOptions()
                        .setName("PDF, one page as large as the map")
                        .setExact(true))
                .click());
    assertTrue(download.suggestedFilename().endsWith(".pdf"), download.suggestedFilename());
    try (PDDocument document = Loader.loadPDF(download.path().toFile())) {
      assertEquals(1, document.getNumberOfPages());
      String words = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
      for (String word :
          List.of("Getting my morning coffee", "Crave", "20,000", "Store finder", "ynthetic")) {
        assertTrue(words.contains(word), () -> word + " is not in: " + words);
      }
    }
    page.context().close();
  }
}
