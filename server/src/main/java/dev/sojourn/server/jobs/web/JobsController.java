package dev.sojourn.server.jobs.web;

import dev.sojourn.server.jobs.Job;
import dev.sojourn.server.jobs.Jobs;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class JobsController {

  private final Jobs jobs;

  JobsController(Jobs jobs) {
    this.jobs = jobs;
  }

  /// The latest jobs, newest first.
  record JobList(List<Job> jobs) {}

  @GetMapping("/api/v1/workspaces/{workspace}/jobs")
  JobList list(@PathVariable String workspace) {
    return new JobList(jobs.of(workspace));
  }

  @GetMapping("/api/v1/jobs/{id}")
  Job one(@PathVariable String id) {
    return jobs.require(id);
  }

  @PostMapping("/api/v1/jobs/{id}/cancel")
  Job cancel(@PathVariable String id) {
    return jobs.cancel(id);
  }

  @PostMapping("/api/v1/jobs/{id}/resume")
  Job resume(@PathVariable String id) {
    return jobs.resume(id);
  }
}
