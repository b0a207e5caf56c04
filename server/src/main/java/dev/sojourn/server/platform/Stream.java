package dev.sojourn.server.platform;

/// Tells open pages what happened. What nobody listens to is lost: a page that comes back asks for
/// what it missed.
public interface Stream {

  /// Sends to every page that shows a workspace.
  ///
  /// @param workspace whose pages
  /// @param name the kind of event, such as `job`
  /// @param payload written as JSON
  void publish(String workspace, String name, Object payload);
}
