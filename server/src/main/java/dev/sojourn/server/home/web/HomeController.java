package dev.sojourn.server.home.web;

import dev.sojourn.server.home.HomeAnswers;
import dev.sojourn.server.home.internal.FourQuestions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HomeController {

  private final FourQuestions questions;

  HomeController(FourQuestions questions) {
    this.questions = questions;
  }

  @GetMapping("/api/v1/workspaces/{workspace}/home")
  HomeAnswers home(@PathVariable String workspace) {
    return questions.of(workspace);
  }
}
