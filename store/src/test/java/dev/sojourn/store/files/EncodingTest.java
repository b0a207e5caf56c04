package dev.sojourn.store.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same events come out of every encoding; what an encoding does not have costs its row.
class EncodingTest {

  private static final String CSV =
      "customer,event,time\nj\u00fcrgen,k\u00e4ufe,2024-01-01\nzo\u00eb,\u20ac,2024-01-02\n";

  @TempDir Path folder;

  private ReadBack read(byte[] content, String encoding) throws IOException {
    ImportOptions o = ImportOptions.defaults();
    Charset charset = encoding.isEmpty() ? null : ImportOptions.encodingNamed(encoding);
    return ReadBack.of(
        Files.write(folder.resolve("events"), content),
        new ImportOptions(
            o.format(),
            null,
            null,
            null,
            null,
            null,
            o.timeZone(),
            null,
            null,
            null,
            o.properties(),
            Set.of(),
            charset));
  }

  @Test
  void byteOrderMarksDecide() throws IOException {
    ReadBack plain = read(CSV.getBytes(StandardCharsets.UTF_8), "");
    assertEquals(2, plain.events().size());
    String marked = "\ufeff" + CSV;
    for (Charset charset :
        new Charset[] {
          StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
      ReadBack read = read(marked.getBytes(charset), "windows-1252");
      assertEquals(plain.events(), read.events(), charset.name());
      assertEquals(plain.facts().columns(), read.facts().columns());
    }
  }

  @Test
  void optionDecidesWithoutMark() throws IOException {
    ReadBack plain = read(CSV.getBytes(StandardCharsets.UTF_8), "");
    for (String name : new String[] {"windows-1252", "UTF-16LE", "ISO-8859-15"}) {
      assertEquals(plain.events(), read(CSV.getBytes(Charset.forName(name)), name).events());
    }
  }

  @Test
  void mixedEncodingsCostTheirRows() throws IOException {
    byte[] good = CSV.getBytes(StandardCharsets.UTF_8);
    byte[] bad = "j\u00fcrg,x,2024-01-03\nann,y,2024-01-04\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] both = new byte[good.length + bad.length];
    System.arraycopy(good, 0, both, 0, good.length);
    System.arraycopy(bad, 0, both, good.length, bad.length);
    ReadBack read = read(both, "");
    assertEquals(3, read.events().size());
    assertEquals(3, read.rejected().getFirst().ordinal());
  }

  @Test
  void halfOfASurrogatePairCostsItsRow() throws IOException {
    String text = "\ufeffcustomer,event,time\nann,\ud83d\ude00,2024-01-01\nbob,?,2024-01-02\n";
    byte[] wide = text.getBytes(StandardCharsets.UTF_16LE);
    int at = text.indexOf('?') * 2;
    wide[at] = 0x3d;
    wide[at + 1] = (byte) 0xd8;
    ReadBack read = read(wide, "");
    assertEquals(1, read.events().size());
    assertEquals("\ud83d\ude00", read.events().getFirst().name());
    assertTrue(read.rejected().getFirst().reason().contains("--encoding"));
  }
}
