package dev.punctual.contracts.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record class as a list of fields and a way to make one. Computed once for each class. */
record RecordShape(Constructor<?> constructor, List<Field> fields) {
  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return read(type);
        }
      };

  static RecordShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  /**
   * One component.
   *
   * @param item the element type of a list; of anything else, null
   */
  record Field(
      String name, Class<?> type, @Nullable Class<?> item, boolean nullable, Method accessor) {

    @Nullable Object read(Record record) {
      try {
        return accessor.invoke(record);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(record.getClass() + "." + name, e);
      }
    }
  }

  private static RecordShape read(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return new RecordShape(
          constructor, Arrays.stream(components).map(RecordShape::field).toList());
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record has its canonical constructor", e);
    }
  }

  private static Field field(RecordComponent component) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    return new Field(
        component.getName(),
        component.getType(),
        itemType(component.getGenericType()),
        component.getAnnotatedType().isAnnotationPresent(Nullable.class),
        accessor);
  }

  private static @Nullable Class<?> itemType(Type type) {
    return type instanceof ParameterizedType parameterized
            && parameterized.getRawType() == List.class
            && parameterized.getActualTypeArguments()[0] instanceof Class<?> item
        ? item
        : null;
  }
}
