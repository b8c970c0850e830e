package dev.punctual.contracts.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as JSON objects and reads them back. A record's component is a field of the same
 * name; components that are not {@code @Nullable} are required, lists default to empty. Ids, enums
 * with a {@link dev.punctual.contracts.WireName}, instants (RFC 3339), local times, dates and zones
 * are strings.
 *
 * <p>A <em>tree</em> is what JSON is made of: {@code Map<String, Object>} in the order of the text,
 * {@code List<Object>}, {@code String}, {@code Long}, {@code BigInteger}, {@code BigDecimal},
 * {@code Boolean} or null.
 */
public final class Json {
  private static final int MAX_DEPTH = 32;
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(100)
                  .build())
          .build();

  private Json() {}

  /** What to do with a field that the record does not have. */
  public enum UnknownFields {
    /** For events: a newer producer may send more. */
    IGNORE,
    /** For requests: a typing error must not be lost. */
    REFUSE
  }

  /** A record, tree or list of these as JSON text, without blanks. */
  public static String write(@Nullable Object value) {
    return write(generator -> JsonWriter.write(generator, value));
  }

  /** An object whose fields are written one by one. */
  public static String writeObject(Consumer<Fields> body) {
    return write(
        generator -> {
          generator.writeStartObject();
          body.accept(new Fields(generator));
          generator.writeEndObject();
        });
  }

  /**
   * The tree of a JSON text in UTF-8.
   *
   * @throws JsonRefused with {@link JsonRefused.Reason#SYNTAX}
   */
  public static @Nullable Object parse(byte[] json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      return TreeReader.read(parser);
    } catch (IOException e) {
      throw syntax(e);
    }
  }

  /** As {@link #parse(byte[])}. */
  public static @Nullable Object parse(String json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      return TreeReader.read(parser);
    } catch (IOException e) {
      throw syntax(e);
    }
  }

  /**
   * Tells of the members of an object while it is read, so that it may be larger than memory: of a
   * list each of its items, of anything else the whole.
   *
   * @param each name and tree, which has at most 100,000 values
   * @throws JsonRefused with {@link JsonRefused.Reason#SYNTAX}
   * @throws UncheckedIOException when it cannot be read
   */
  public static void members(Reader json, BiConsumer<String, @Nullable Object> each) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      TreeReader.members(parser, each);
    } catch (JsonProcessingException e) {
      throw syntax(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The record that a tree describes.
   *
   * @throws JsonRefused naming the first field that does not fit
   */
  public static <T> T bind(@Nullable Object tree, Class<T> type, UnknownFields unknown) {
    return type.cast(new RecordBinder(unknown).bind(tree, type, ""));
  }

  private static String write(Body body) {
    StringWriter text = new StringWriter(256);
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      body.write(generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static JsonRefused syntax(IOException e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return new JsonRefused(
        JsonRefused.Reason.SYNTAX,
        "",
        "not JSON: " + (end < 0 ? message : message.substring(0, end)));
  }

  private interface Body {
    void write(JsonGenerator generator) throws IOException;
  }

  /** The fields of an object being written. */
  public static final class Fields {
    private final JsonGenerator generator;

    private Fields(JsonGenerator generator) {
      this.generator = generator;
    }

    public void text(String name, String value) {
      try {
        generator.writeStringField(name, value);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** A field whose value is JSON text already. */
    public void raw(String name, String json) {
      try {
        generator.writeFieldName(name);
        generator.writeRawValue(json);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
