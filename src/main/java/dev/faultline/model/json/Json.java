package dev.faultline.model.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A value of an immutable JSON tree. Equality is by content; numbers compare by value. */
public sealed interface Json
    permits JsonObject, JsonArray, Json.Text, Json.Number, Json.Bool, Json.Null {

  /** A string. */
  record Text(String value) implements Json {}

  /** A number, without trailing zeros so that {@code 1} and {@code 1.0} are equal. */
  record Number(BigDecimal value) implements Json {
    public Number {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    /**
     * Written with more digits than this, a number is a trap: 1e999999999 would fill the memory.
     */
    private static final int MOST_ZEROS = 400;

    /** Whether it may be written out without an exponent. */
    static boolean isShort(BigDecimal number) {
      return Math.abs((long) number.scale()) <= MOST_ZEROS;
    }

    public boolean isWhole() {
      return value.scale() <= 0;
    }
  }

  /** True or false. */
  enum Bool implements Json {
    TRUE,
    FALSE;

    public boolean value() {
      return this == TRUE;
    }
  }

  /** An explicit null. */
  enum Null implements Json {
    NULL
  }

  static Json of(String value) {
    return new Text(value);
  }

  static Json of(long value) {
    return new Number(BigDecimal.valueOf(value));
  }

  static Json of(boolean value) {
    return value ? Bool.TRUE : Bool.FALSE;
  }

  static JsonArray array(Json... items) {
    return new JsonArray(List.of(items));
  }

  /** The scalar as people write it ("5", "true", "text"); empty for objects, arrays and null. */
  default Optional<String> scalar() {
    return switch (this) {
      case Text t -> Optional.of(t.value());
      case Number n ->
          Optional.of(Number.isShort(n.value()) ? n.value().toPlainString() : n.value().toString());
      case Bool b -> Optional.of(Boolean.toString(b.value()));
      case Null ignored -> Optional.empty();
      case JsonObject ignored -> Optional.empty();
      case JsonArray ignored -> Optional.empty();
    };
  }
}
