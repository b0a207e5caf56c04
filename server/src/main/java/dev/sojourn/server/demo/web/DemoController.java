package dev.sojourn.server.demo.web;

import dev.sojourn.server.demo.DemoStart;
import dev.sojourn.server.jobs.Job;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DemoController {

  private final DemoStart demo;

  DemoController(DemoStart demo) {
    this.demo = demo;
  }

  @PostMapping("/api/v1/demo")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Job start() {
    return demo.start();
  }
}
