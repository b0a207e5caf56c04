package dev.sojourn.server.jobs;

/// What a job does.
public enum JobKind {
  DEMO,
  IMPORT,
  DRAFT,
  CHECK,
  EXPORT
}
