package dev.punctual.contracts.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.punctual.contracts.Id;
import dev.punctual.contracts.WireName;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A value to JSON text. */
final class JsonWriter {
  private JsonWriter() {}

  static void write(JsonGenerator out, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeNull();
      case String text -> out.writeString(text);
      case Boolean flag -> out.writeBoolean(flag);
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case BigInteger number -> out.writeNumber(number);
      case BigDecimal number -> out.writeNumber(number);
      case Double number -> out.writeNumber(number);
      case Id id -> out.writeString(id.value().toString());
      case WireName constant -> out.writeString(constant.wireName());
      case Instant instant -> out.writeString(instant.toString());
      case LocalDateTime local -> out.writeString(local.toString());
      case LocalDate date -> out.writeString(date.toString());
      case ZoneId zone -> out.writeString(zone.getId());
      case UUID uuid -> out.writeString(uuid.toString());
      case List<?> items -> {
        out.writeStartArray();
        for (Object item : items) {
          write(out, item);
        }
        out.writeEndArray();
      }
      case Map<?, ?> fields -> {
        out.writeStartObject();
        for (Map.Entry<?, ?> field : fields.entrySet()) {
          out.writeFieldName(String.valueOf(field.getKey()));
          write(out, field.getValue());
        }
        out.writeEndObject();
      }
      case Record record -> {
        out.writeStartObject();
        for (RecordShape.Field field : RecordShape.of(record.getClass()).fields()) {
          out.writeFieldName(field.name());
          write(out, field.read(record));
        }
        out.writeEndObject();
      }
      default -> throw new IllegalArgumentException("no JSON form for " + value.getClass());
    }
  }
}
