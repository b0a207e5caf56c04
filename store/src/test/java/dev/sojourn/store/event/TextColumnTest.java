package dev.sojourn.store.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextColumnTest {

  @Test
  void givesBackWhatWasAdded() {
    for (int seed = 0; seed < 20 * Integer.getInteger("sojourn.torture", 1); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      TextColumn column = new TextColumn(random.nextBoolean());
      List<@Nullable String> expected = new ArrayList<>();
      int different = 1 + random.nextInt(3_000);
      for (int i = 0; i < 3_000; i++) {
        int which = random.nextInt(different);
        if (which % 9 == 0) {
          column.addMissing();
          expected.add(null);
        } else {
          String text = "abcdefghijklmnopqrst".substring(0, which % 20) + which;
          // A text at the very end of its array has no room behind it.
          byte[] b = text.getBytes(StandardCharsets.UTF_8);
          column.add(b, 0, b.length);
          expected.add(text);
        }
      }
      for (int i = 0; i < expected.size(); i++) {
        assertEquals(expected.get(i), column.text(i), "seed " + seed);
      }
    }
  }

  @Test
  void keepsCodesFromBatchToBatch() {
    TextColumn column = new TextColumn(true);
    column.add("a");
    column.add("b");
    column.add("");
    column.clearRows();
    column.add("b");
    column.add("");
    assertEquals(1, column.code(0));
    assertEquals(2, column.code(1));
    assertEquals(3, column.dictionarySize());
  }

  @Test
  void manyOrLongTextsMakeItPlain() {
    TextColumn many = new TextColumn(true);
    for (int i = 0; i <= TextColumn.MAX_DICTIONARY; i++) {
      many.add(Integer.toString(i));
    }
    assertFalse(many.isCoded());
    assertEquals("17", many.text(17));
    TextColumn large = new TextColumn(true);
    for (int i = 0; i < 12; i++) {
      large.add(i + "x".repeat(1 << 20));
    }
    assertFalse(large.isCoded());
    assertTrue(String.valueOf(large.text(11)).startsWith("11x"));
  }

  @Test
  void shortTextsSpreadOverTheTable() {
    // One letter apart in any place must be enough to tell texts apart.
    TextColumn column = new TextColumn(true);
    column.add("aaaaaaa");
    for (int place = 0; place < 7; place++) {
      char[] text = "aaaaaaa".toCharArray();
      text[place] = 'b';
      column.add(new String(text));
      assertNotEquals(column.code(0), column.code(place + 1));
    }
  }
}
