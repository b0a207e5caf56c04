package dev.sojourn.server.insight.internal;

import dev.sojourn.kernel.analysis.Engine;
import dev.sojourn.map.json.MapJson;
import dev.sojourn.map.plan.CompiledMap;
import dev.sojourn.server.insight.Analyst;
import dev.sojourn.server.insight.SpecReader;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InsightBeans {

  @Bean
  Engine engine() {
    return new Engine(Runtime.getRuntime().availableProcessors());
  }

  @Bean
  Analyst analyst(Engine engine, InstantSource clock) {
    return new Analyst(engine, clock);
  }

  @Bean
  SpecReader specReader() {
    return new SpecReader(map -> CompiledMap.of(MapJson.read(map)).eventPlan());
  }
}
