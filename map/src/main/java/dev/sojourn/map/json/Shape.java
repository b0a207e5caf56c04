package dev.sojourn.map.json;

import dev.sojourn.map.model.Bounds;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The form of a value, read off the records once.
sealed interface Shape {

  /// The most characters of a text for which nothing is said.
  int LONGEST_TEXT = 4000;

  /// The most entries of a list.
  int LONGEST_LIST = 20_000;

  /// A record: an object with these fields in this order.
  ///
  /// @param constructor the canonical one
  record OfRecord(Class<?> type, Constructor<?> constructor, List<Field> fields) implements Shape {
    /// Makes the record of its values.
    Object make(@Nullable Object[] values) {
      try {
        return constructor.newInstance(values);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(type + " does not open its canonical constructor", e);
      }
    }
  }

  /// A list.
  record OfList(Shape element) implements Shape {}

  /// One of a few words.
  record OfEnum(List<? extends Enum<?>> constants) implements Shape {
    /// The words.
    List<String> words() {
      return constants.stream().map(Enum::name).toList();
    }
  }

  /// A text of so many characters.
  record OfText(int fewest, int most) implements Shape {}

  /// A whole number.
  record OfWhole(boolean isLong, long least, long greatest) implements Shape {}

  /// A number.
  record OfDecimal(double least, double greatest) implements Shape {}

  /// True or false.
  record OfTruth() implements Shape {}

  /// An identifier.
  record OfId() implements Shape {}

  /// An instant in UTC.
  record OfInstant() implements Shape {}

  /// A day.
  record OfDay() implements Shape {}

  /// A field of a record.
  ///
  /// @param component where its value is read from
  /// @param optional whether it may be null
  record Field(String name, RecordComponent component, Shape shape, boolean optional) {

    /// The value in a record.
    @Nullable Object of(Object owner) {
      try {
        return component.getAccessor().invoke(owner);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(component + " cannot be read", e);
      }
    }

    /// Whether JSON must have it: it is not optional and has no empty form.
    boolean required() {
      return !optional && !(shape instanceof OfList) && !(shape instanceof OfTruth);
    }
  }

  /// The shape of a record class.
  static OfRecord of(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      AnnotatedType annotated = component.getAnnotatedType();
      fields.add(
          new Field(
              component.getName(),
              component,
              of(annotated, component.getAnnotation(Bounds.class)),
              annotated.isAnnotationPresent(Nullable.class)));
    }
    return new OfRecord(type, constructor(type), List.copyOf(fields));
  }

  private static Constructor<?> constructor(Class<?> type) {
    try {
      return type.getDeclaredConstructor(
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new LinkageError(type + " has no canonical constructor", e);
    }
  }

  private static Shape of(AnnotatedType annotated, @Nullable Bounds bounds) {
    if (annotated instanceof AnnotatedParameterizedType list) {
      return new OfList(of(list.getAnnotatedActualTypeArguments()[0], null));
    }
    Class<?> type = (Class<?>) annotated.getType();
    double min = bounds == null ? -Double.MAX_VALUE : bounds.min();
    double max = bounds == null ? Double.MAX_VALUE : bounds.max();
    if (type == String.class) {
      return bounds == null ? new OfText(1, LONGEST_TEXT) : new OfText((int) min, (int) max);
    } else if (type == int.class) {
      return new OfWhole(false, (long) min, (long) max);
    } else if (type == long.class || type == Long.class) {
      return new OfWhole(true, (long) min, (long) max);
    } else if (type == double.class || type == Double.class) {
      return new OfDecimal(min, max);
    } else if (type == boolean.class) {
      return new OfTruth();
    } else if (type == UUID.class) {
      return new OfId();
    } else if (type == Instant.class) {
      return new OfInstant();
    } else if (type == LocalDate.class) {
      return new OfDay();
    } else if (type.isEnum()) {
      return new OfEnum(
          Arrays.stream(type.getEnumConstants()).<Enum<?>>map(c -> (Enum<?>) c).toList());
    } else if (type.isRecord()) {
      return of(type);
    }
    throw new IllegalArgumentException(type + " has no form in JSON");
  }
}
