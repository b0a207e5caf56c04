package dev.sojourn.server.commandline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a command of another process shows to be let in. It stands in a file that only the owner of
/// the directory may read, and lives as long as the server.
@Component
public class CommandsToken {

  private final String text;

  CommandsToken() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    text = HexFormat.of().formatHex(bytes);
  }

  /// The token.
  public String text() {
    return text;
  }

  /// Whether what was shown is it, in a time that tells nothing.
  public boolean is(@Nullable String shown) {
    return shown != null
        && MessageDigest.isEqual(
            shown.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
  }
}
