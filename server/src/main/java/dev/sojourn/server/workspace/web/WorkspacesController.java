package dev.sojourn.server.workspace.web;

import dev.sojourn.kernel.spec.RefusedException;
import dev.sojourn.server.workspace.WorkspaceInfo;
import dev.sojourn.server.workspace.internal.OpenWorkspaces;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/workspaces")
class WorkspacesController {

  private static final int LONGEST = 200;

  private final OpenWorkspaces workspaces;

  WorkspacesController(OpenWorkspaces workspaces) {
    this.workspaces = workspaces;
  }

  /// Every workspace, by name.
  record WorkspaceList(List<WorkspaceInfo> workspaces) {}

  /// What a person calls a workspace.
  record Name(@Nullable String name) {}

  @GetMapping
  WorkspaceList list() {
    return new WorkspaceList(workspaces.all());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  WorkspaceInfo make(@RequestBody Name name) {
    return workspaces.make(checked(name));
  }

  @GetMapping("/{workspace}")
  WorkspaceInfo one(@PathVariable String workspace) {
    return workspaces.info(workspace);
  }

  @PatchMapping("/{workspace}")
  WorkspaceInfo rename(@PathVariable String workspace, @RequestBody Name name) {
    return workspaces.rename(workspace, checked(name));
  }

  private static String checked(Name name) {
    String text = name.name() == null ? "" : name.name().strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new RefusedException("name", "is to have 1 to " + LONGEST + " characters.");
    }
    return text;
  }
}
