package dev.sojourn.server.commandline.web;

import dev.sojourn.server.commandline.CommandsToken;
import dev.sojourn.server.commandline.SojournCommandLine;
import dev.sojourn.server.commandline.Surroundings;
import dev.sojourn.server.insight.JsonForm;
import dev.sojourn.server.platform.NotFoundException;
import dev.sojourn.server.privacy.KeptTexts;
import dev.sojourn.server.workspace.Workspaces;
import dev.sojourn.store.Installation;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.node.ObjectNode;

/// Runs a command for another process. The answer is a line of JSON a second at least, so that a
/// caller who went away is noticed and the command stopped.
@Hidden
@RestController
class CommandsController {

  private static final long LINE_MILLIS = 500;

  private final CommandsToken token;
  private final Installation installation;
  private final Workspaces workspaces;
  private final KeptTexts texts;
  private final InstantSource clock;

  CommandsController(
      CommandsToken token,
      Installation installation,
      Workspaces workspaces,
      KeptTexts texts,
      InstantSource clock) {
    this.token = token;
    this.installation = installation;
    this.workspaces = workspaces;
    this.texts = texts;
    this.clock = clock;
  }

  /// A command line.
  ///
  /// @param folder where relative paths begin
  /// @param input the standard input in Base64, null when the command does not read it
  record Command(List<String> arguments, String folder, @Nullable String input) {}

  @PostMapping("/api/v1/commands")
  ResponseEntity<StreamingResponseBody> run(
      @RequestBody Command command,
      @RequestHeader(name = "Sojourn-Token", required = false) @Nullable String shown) {
    if (!token.is(shown)) {
      throw new NotFoundException("address", "/api/v1/commands");
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_NDJSON)
        .body(out -> answer(command, out));
  }

  private void answer(Command command, OutputStream out) throws IOException {
    AtomicBoolean gone = new AtomicBoolean();
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    ByteArrayOutputStream sentences = new ByteArrayOutputStream();
    AtomicBoolean ended = new AtomicBoolean();
    int[] code = new int[1];
    Thread work =
        Thread.ofVirtual()
            .start(() -> {
              code[0] = code(command, answer, sentences, gone);
              ended.set(true);
            });
    try {
      while (!work.join(Duration.ofMillis(LINE_MILLIS))) {
        line(out, said(sentences));
      }
      if (!ended.get()) {
        throw new IOException("the command did not come to an end");
      }
      ObjectNode last = said(sentences);
      last.put("exit", code[0]);
      last.put("out", answer.toString(StandardCharsets.UTF_8));
      line(out, last);
    } catch (IOException e) {
      gone.set(true);
      throw e;
    } catch (InterruptedException e) {
      gone.set(true);
      Thread.currentThread().interrupt();
    }
  }

  private int code(
      Command command, OutputStream answer, OutputStream sentences, AtomicBoolean gone) {
    byte[] input =
        command.input() == null ? new byte[0] : Base64.getDecoder().decode(command.input());
    return SojournCommandLine.inFolder(
        Path.of(command.folder()),
        new Surroundings(
            new ByteArrayInputStream(input),
            new PrintStream(answer, false, StandardCharsets.UTF_8),
            new PrintStream(sentences, true, StandardCharsets.UTF_8),
            false,
            clock,
            new SecureRandom(),
            gone::get,
            new Surroundings.Held(installation, this::changed, texts)),
        command.arguments());
  }

  private void changed(String workspace) {
    workspaces.ensure(workspace, workspace, false, null);
    workspaces.eventsChanged(workspace);
  }

  private static ObjectNode said(ByteArrayOutputStream sentences) {
    ObjectNode line = JsonForm.object();
    synchronized (sentences) {
      line.put("err", sentences.toString(StandardCharsets.UTF_8));
      sentences.reset();
    }
    return line;
  }

  private static void line(OutputStream out, ObjectNode said) throws IOException {
    out.write((JsonForm.line(said).strip() + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
