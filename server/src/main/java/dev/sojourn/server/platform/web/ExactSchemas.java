package dev.sojourn.server.platform.web;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Says in the description of the API what the records say: every field is there, and only those
/// marked so may be null. Two records of one simple name would share a description, which no reader
/// could trust, so that is a fault.
@Component
class ExactSchemas implements ModelConverter {

  private final Map<String, Class<?>> described = new ConcurrentHashMap<>();

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> resolved = chain.next().resolve(type, context, chain);
    JavaType java = Json.mapper().constructType(type.getType());
    if (java != null && java.getRawClass().isRecord()) {
      Class<?> record = java.getRawClass();
      Schema<?> model = model(resolved, context);
      if (model != null && model.getProperties() != null) {
        unique(record);
        describe(record, model);
      }
    }
    return resolved;
  }

  private void unique(Class<?> record) {
    Class<?> other = described.putIfAbsent(record.getSimpleName(), record);
    if (other != null && !other.equals(record)) {
      throw new IllegalStateException(
          record.getName() + " and " + other.getName() + " share a name in the API; rename one");
    }
  }

  private static @Nullable Schema<?> model(
      @Nullable Schema<?> resolved, ModelConverterContext context) {
    if (resolved == null || resolved.get$ref() == null) {
      return resolved;
    }
    String ref = resolved.get$ref();
    return context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1));
  }

  private static void describe(Class<?> record, Schema<?> model) {
    Set<String> required = new LinkedHashSet<>();
    for (RecordComponent component : record.getRecordComponents()) {
      Schema<?> property = model.getProperties().get(component.getName());
      if (property == null) {
        continue;
      }
      required.add(component.getName());
      if (JsonNode.class.isAssignableFrom(component.getType())) {
        property = new JsonSchema().types(Set.of("object")).additionalProperties(true);
        model.getProperties().put(component.getName(), property);
      }
      if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        model.getProperties().put(component.getName(), orNull(property));
      }
    }
    model.setRequired(new ArrayList<>(required));
  }

  private static Schema<?> orNull(Schema<?> property) {
    if (property.get$ref() != null) {
      return new JsonSchema().oneOf(List.of(property, new JsonSchema().types(Set.of("null"))));
    }
    if (property.getOneOf() != null && !property.getOneOf().isEmpty()) {
      return property;
    }
    Set<String> types = new LinkedHashSet<>();
    if (property.getTypes() != null) {
      types.addAll(property.getTypes());
    } else if (property.getType() != null) {
      types.add(property.getType());
    }
    if (!types.isEmpty()) {
      types.add("null");
      property.setTypes(types);
    }
    return property;
  }
}
