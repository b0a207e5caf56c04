package dev.sojourn.store.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Packed files give what they hold, as far as they are sound.
class GzipTest {

  @TempDir Path folder;

  private static String csv(int rows) {
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder text = new StringBuilder("customer,event,time\n");
    for (int i = 0; i < rows; i++) {
      text.append('c').append(random.nextInt(1_000_000)).append(",e").append(random.nextInt(9));
      text.append(',').append(1_700_000_000 + i).append('\n');
    }
    return text.toString();
  }

  private Path write(String name, byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return Files.write(folder.resolve(name), all.toByteArray());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void knowsGzipByItsBytesNotItsName() throws IOException {
    String csv = csv(1_000);
    ReadBack packed = ReadBack.of(write("events.csv", ReadBack.gzip(bytes(csv))));
    ReadBack plain = ReadBack.of(write("plain.csv.gz", bytes(csv)));
    assertTrue(packed.facts().gzip());
    assertFalse(plain.facts().gzip());
    assertEquals(plain.events(), packed.events());
  }

  @Test
  void readsAllMembersAndIgnoresPadding() throws IOException {
    String csv = csv(2_000);
    int cut = csv.length() / 3;
    Path file =
        write(
            "events.gz",
            ReadBack.gzip(bytes(csv.substring(0, cut))),
            ReadBack.gzip(new byte[0]),
            ReadBack.gzip(bytes(csv.substring(cut))),
            new byte[512]);
    ReadBack read = ReadBack.of(file);
    assertEquals(2_000, read.events().size());
    assertFalse(read.truncated());
  }

  @Test
  void sameContentIsOneSourceHoweverPacked() throws IOException {
    String csv = csv(100);
    SourceId plain = EventFile.fingerprint(write("a", bytes(csv)));
    assertEquals(plain, EventFile.fingerprint(write("b", ReadBack.gzip(bytes(csv)))));
    assertEquals(
        plain,
        EventFile.fingerprint(
            write(
                "c",
                ReadBack.gzip(bytes(csv.substring(0, 50))),
                ReadBack.gzip(bytes(csv.substring(50))))));
    assertNotEquals(plain, EventFile.fingerprint(write("a", bytes(csv + "x"))));
  }

  @Test
  void tornTailKeepsCompleteRowsOnly() throws IOException {
    String csv = csv(20_000);
    byte[] packed = ReadBack.gzip(bytes(csv));
    ReadBack whole = ReadBack.of(write("whole", packed));
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 25; i++) {
      int length = packed.length / 2 + random.nextInt(packed.length / 2);
      ReadBack torn = ReadBack.of(write("torn", Arrays.copyOf(packed, length)));
      int kept = torn.events().size();
      assertTrue(torn.truncated(), "cut to " + length);
      assertTrue(kept > 5_000, "cut to " + length);
      assertEquals(whole.events().subList(0, kept), torn.events());
      assertEquals(0, torn.rejected().size());
    }
    // Only the check sum is gone: every row is complete.
    ReadBack sumless = ReadBack.of(write("torn", Arrays.copyOf(packed, packed.length - 3)));
    assertEquals(20_000, sumless.events().size());
    assertTrue(sumless.truncated());
  }

  @Test
  void noticesDamageWithin() throws IOException {
    byte[] packed = ReadBack.gzip(bytes(csv(20_000)));
    packed[packed.length - 6] ^= 1;
    ReadBack read = ReadBack.of(write("events", packed));
    assertTrue(read.truncated());
    assertEquals(20_000, read.events().size());
  }

  @Test
  void tornXesKeepsCompleteEvents() throws IOException {
    StringBuilder xes = new StringBuilder("<log><trace><string key=\"concept:name\" value=\"t\"/>");
    for (int i = 0; i < 3_000; i++) {
      xes.append("<event><string key=\"concept:name\" value=\"n").append(i * 7_919L % 1_009);
      xes.append("\"/><date key=\"time:timestamp\" value=\"2024-01-01T00:00:00Z\"/></event>");
    }
    byte[] packed = ReadBack.gzip(bytes(xes.append("</trace></log>").toString()));
    ReadBack torn = ReadBack.of(write("torn.xes.gz", Arrays.copyOf(packed, packed.length / 2)));
    assertTrue(torn.truncated());
    assertTrue(torn.events().size() > 500 && torn.events().size() < 3_000);
    assertEquals(0, torn.rejected().size());
  }
}
