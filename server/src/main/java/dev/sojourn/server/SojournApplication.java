package dev.sojourn.server;

import dev.sojourn.server.platform.ServerSettings;
import dev.sojourn.store.Installation;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The rooms over HTTP. Started by the commands `serve` and `demo`; every other command does
/// without it.
@SpringBootApplication(proxyBeanMethods = false)
public class SojournApplication {

  /// A server that runs.
  ///
  /// @param context holds the rooms; closing it ends the server
  /// @param port where it listens
  public record Running(ConfigurableApplicationContext context, int port) implements AutoCloseable {

    /// Takes no more requests, finishes those that are under way and ends.
    @Override
    public void close() {
      context.close();
    }
  }

  /// Starts the server over an open installation, which stays the caller's to close.
  public static Running start(Installation installation, ServerSettings settings) {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(SojournApplication.class)
            .web(WebApplicationType.SERVLET)
            .bannerMode(Banner.Mode.OFF)
            .registerShutdownHook(false)
            .properties(properties(installation, settings))
            .initializers(starting -> {
              GenericApplicationContext beans = (GenericApplicationContext) starting;
              // The installation outlives the context: whoever opened it closes it.
              beans.registerBean(
                  Installation.class, () -> installation, b -> b.setDestroyMethodName(""));
              beans.registerBean(ServerSettings.class, () -> settings);
            })
            .run();
    int port =
        context instanceof ServletWebServerApplicationContext web && web.getWebServer() != null
            ? web.getWebServer().getPort()
            : settings.port();
    return new Running(context, port);
  }

  private static Map<String, Object> properties(
      Installation installation, ServerSettings settings) {
    Map<String, Object> all = new HashMap<>();
    all.put("server.address", settings.host());
    all.put("server.port", settings.port());
    all.put("logging.file.name", installation.directory().resolve("logs/server.log").toString());
    all.put("spring.datasource.url", settings.database(installation.directory()));
    if (settings.onSqlite()) {
      // SQLite has one writer; more connections than this only wait for one another.
      all.put("spring.datasource.hikari.maximum-pool-size", 4);
    }
    return all;
  }
}
