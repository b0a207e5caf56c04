package dev.sojourn.server.insight.web;

import dev.sojourn.kernel.fold.CancelledException;
import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.server.insight.JsonForm;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.springframework.http.MediaType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Gives an answer that may take long, and stops the work when nobody waits for it any more.
///
/// While the work takes longer than a second a space is sent each second, which is nothing before
/// JSON: only by sending does one notice that the other side has gone. What goes wrong after the
/// first space comes as problem details in the body, since the status is out by then.
final class PatientAnswer {

  private PatientAnswer() {}

  /// Makes the JSON of an answer in UTF-8.
  @FunctionalInterface
  interface Work {
    byte[] run(BooleanSupplier cancelled) throws IOException;
  }

  static void give(HttpServletResponse response, Work work) throws IOException {
    AtomicBoolean gone = new AtomicBoolean();
    FutureTask<byte[]> task = new FutureTask<>(() -> work.run(gone::get));
    Thread.ofVirtual().name("question").start(task);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    OutputStream out = response.getOutputStream();
    try {
      out.write(await(task, response, out));
    } catch (IOException e) {
      gone.set(true);
      throw e;
    } catch (RuntimeException e) {
      if (!response.isCommitted()) {
        throw e;
      }
      out.write(problem(e));
    }
  }

  private static byte[] await(
      FutureTask<byte[]> task, HttpServletResponse response, OutputStream out) throws IOException {
    while (true) {
      try {
        return task.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException notYet) {
        out.write(' ');
        response.flushBuffer();
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case RuntimeException cause -> throw cause;
          case Error cause -> throw cause;
          case null, default -> throw new IllegalStateException(e.getCause());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancelledException();
      }
    }
  }

  private static byte[] problem(RuntimeException e) {
    List<Problem> problems = e instanceof RefusedException refused ? refused.problems() : List.of();
    ObjectNode json = JsonForm.object();
    json.put("type", "about:blank");
    json.put("title", problems.isEmpty() ? "Internal Server Error" : "Bad Request");
    json.put("status", problems.isEmpty() ? 500 : 400);
    json.put(
        "detail",
        problems.isEmpty()
            ? "The question could not be answered; nothing that was stored is lost. Ask again."
            : "That cannot be used as it is.");
    ArrayNode list = json.putArray("problems");
    problems.forEach(p -> list.addObject().put("field", p.field()).put("message", p.message()));
    return JsonForm.line(json).getBytes(StandardCharsets.UTF_8);
  }
}
