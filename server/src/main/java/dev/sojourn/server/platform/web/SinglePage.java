package dev.sojourn.server.platform.web;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// Serves the web application. Files under `assets` are named by their content and may be kept for
/// ever; any other address that is no file is a place inside the application, so it gets the page.
@Configuration(proxyBeanMethods = false)
class SinglePage implements WebMvcConfigurer {

  private static final String PAGE = "static/index.html";

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/static/assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry
        .addResourceHandler("/**")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addResolver(new PageOtherwise());
  }

  private static final class PageOtherwise extends PathResourceResolver {
    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      Resource found = path.isEmpty() ? null : super.getResource(path, location);
      if (found != null) {
        return found;
      }
      // A place may be named after a customer, and then has whatever a mail address has.
      boolean place =
          path.startsWith("w/")
              || (!path.startsWith("api/") && !path.startsWith("v3/") && !path.contains("."));
      Resource page = new ClassPathResource(PAGE);
      return place && page.exists() ? page : null;
    }
  }
}
