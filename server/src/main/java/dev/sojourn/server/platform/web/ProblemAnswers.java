package dev.sojourn.server.platform.web;

import dev.sojourn.kernel.fold.CancelledException;
import dev.sojourn.kernel.spec.Problem;
import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.server.platform.BusyException;
import dev.sojourn.server.platform.ConflictException;
import dev.sojourn.server.platform.DiskFullException;
import dev.sojourn.server.platform.NotFoundException;
import dev.sojourn.server.platform.TooLargeException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Every refusal and every failure as problem details (RFC 9457): sentences, never a stack trace.
@RestControllerAdvice
class ProblemAnswers extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(RefusedException e) {
    return answer(HttpStatus.BAD_REQUEST, "That cannot be used as it is.", e.problems());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> notFound(NotFoundException e) {
    return answer(HttpStatus.NOT_FOUND, sentence(e), List.of());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> conflict(ConflictException e) {
    return answer(HttpStatus.CONFLICT, sentence(e), List.of());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooLarge(TooLargeException e) {
    return answer(HttpStatus.CONTENT_TOO_LARGE, sentence(e), List.of());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> diskFull(DiskFullException e) {
    return answer(HttpStatus.INSUFFICIENT_STORAGE, sentence(e), List.of());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> busy(BusyException e) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, Integer.toString(e.retryAfterSeconds()))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(detail(HttpStatus.SERVICE_UNAVAILABLE, sentence(e), List.of()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> cancelled(CancelledException e) {
    return answer(HttpStatus.CONFLICT, "It was stopped as asked; nothing is lost.", List.of());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> failed(Exception e) {
    if (DiskFullException.isBehind(e)) {
      return answer(
          HttpStatus.INSUFFICIENT_STORAGE,
          "The disk is full, so nothing more can be stored; what was stored is kept. Make room and"
              + " try again.",
          List.of());
    }
    String id = "F-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    LOG.error("{} failed", id, e);
    ProblemDetail detail =
        detail(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Something went wrong on our side, and nothing that was stored is lost. Look for "
                + id
                + " in logs/server.log.",
            List.of());
    detail.setProperty("id", id);
    return ResponseEntity.internalServerError()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(detail);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    Throwable cause = e.getMostSpecificCause();
    Problem problem =
        switch (cause) {
          case UnrecognizedPropertyException unknown ->
              new Problem(
                  path(unknown),
                  "there is no such field here; known: "
                      + (unknown.getKnownPropertyIds() == null
                          ? "none"
                          : String.join(
                              ", ",
                              unknown.getKnownPropertyIds().stream().map(String::valueOf).toList()))
                      + ".");
          case JacksonException json ->
              new Problem(path(json), "it does not fit: " + firstLine(json.getOriginalMessage()));
          default -> new Problem("", "the body is missing or is no JSON; send a JSON object.");
        };
    return ResponseEntity.badRequest()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(detail(HttpStatus.BAD_REQUEST, "That cannot be used as it is.", List.of(problem)));
  }

  /// What the framework itself refuses: methods, addresses, media types, parameters.
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String sentence =
        switch (status.value()) {
          case 404 -> "There is nothing at this address.";
          case 405 -> "This cannot be done at this address.";
          case 406 -> "The answer cannot be given in a form that was asked for.";
          case 415 -> mediaType(e);
          case 410 -> "That is too long ago to be told change by change; load it again.";
          case 413 -> "That is more than is taken at once.";
          default -> "That cannot be used as it is.";
        };
    List<Problem> problems =
        body instanceof ProblemDetail said && status.value() == 400 && said.getDetail() != null
            ? List.of(new Problem("", said.getDetail()))
            : List.of();
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(detail(HttpStatus.valueOf(status.value()), sentence, problems));
  }

  private static String mediaType(Exception e) {
    if (!(e instanceof HttpMediaTypeNotSupportedException type) || type.getContentType() == null) {
      return "The content type cannot be read; of JSON it is application/json, of a file"
          + " application/octet-stream.";
    }
    return type.getSupportedMediaTypes().contains(MediaType.APPLICATION_OCTET_STREAM)
        ? "Send the content itself as the body, with the content type application/octet-stream."
        : "Send JSON, with the content type application/json.";
  }

  private static String path(JacksonException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference at : e.getPath()) {
      if (at.getPropertyName() == null) {
        path.append('[').append(at.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(at.getPropertyName());
      }
    }
    return path.toString();
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  private static ResponseEntity<ProblemDetail> answer(
      HttpStatus status, String sentence, List<Problem> problems) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(detail(status, sentence, problems));
  }

  private static ProblemDetail detail(HttpStatus status, String sentence, List<Problem> problems) {
    ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, sentence);
    detail.setProperty("problems", problems);
    return detail;
  }

  private static String sentence(Exception e) {
    return String.valueOf(e.getMessage());
  }
}
