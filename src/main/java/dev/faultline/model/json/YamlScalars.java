package dev.faultline.model.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * What a scalar of YAML means to Kubernetes' own reader: {@code 0644} is octal, {@code yes} is
 * true. Quoted, anything is a text.
 */
final class YamlScalars {

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUE =
      Set.of("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON");
  private static final Set<String> FALSE =
      Set.of("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF");

  private static final int LONGEST_NUMBER = 1_000;
  private static final int LARGEST_EXPONENT = 9_999;
  private static final String TAG = "tag:yaml.org,2002:";

  private YamlScalars() {}

  static Json read(ScalarEvent scalar) {
    var value = scalar.getValue();
    var tag = scalar.getTag().orElse("");
    boolean typed = tag.startsWith(TAG) && !tag.equals(TAG + "str");
    boolean plain = scalar.isPlain() && tag.isEmpty();
    return plain || typed ? resolve(value) : new Json.Text(value);
  }

  static Json resolve(String value) {
    if (NULLS.contains(value)) {
      return Json.Null.NULL;
    }
    if (TRUE.contains(value)) {
      return Json.Bool.TRUE;
    }
    if (FALSE.contains(value)) {
      return Json.Bool.FALSE;
    }
    return number(value).<Json>map(Json.Number::new).orElseGet(() -> new Json.Text(value));
  }

  private static Optional<BigDecimal> number(String value) {
    char first = value.charAt(0);
    boolean likely = isDigit(first) || first == '-' || first == '+' || first == '.';
    if (!likely || value.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    boolean negative = first == '-';
    var digits = negative || first == '+' ? value.substring(1) : value;
    if (digits.isEmpty() || !(isDigit(digits.charAt(0)) || digits.charAt(0) == '.')) {
      return Optional.empty();
    }
    var number = digits.startsWith("0") && digits.length() > 1 ? based(digits) : decimal(digits);
    return number.map(n -> negative ? n.negate() : n);
  }

  private static Optional<BigDecimal> based(String digits) {
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> whole(digits.substring(2), 16);
      case 'o' -> whole(digits.substring(2), 8);
      case 'b' -> whole(digits.substring(2), 2);
      default -> whole(digits.substring(1), 8).or(() -> decimal(digits));
    };
  }

  private static Optional<BigDecimal> whole(String digits, int base) {
    boolean digitsOnly =
        !digits.isEmpty() && digits.chars().allMatch(c -> c < 128 && Character.digit(c, base) >= 0);
    return digitsOnly
        ? Optional.of(new BigDecimal(new BigInteger(digits, base)))
        : Optional.empty();
  }

  private static Optional<BigDecimal> decimal(String digits) {
    int at = skipDigits(digits, 0);
    int count = at;
    if (at < digits.length() && digits.charAt(at) == '.') {
      int end = skipDigits(digits, at + 1);
      count += end - at - 1;
      at = end;
    }
    if (count == 0) {
      return Optional.empty();
    }
    if (at < digits.length() && (digits.charAt(at) == 'e' || digits.charAt(at) == 'E')) {
      at++;
      at += at < digits.length() && "+-".indexOf(digits.charAt(at)) >= 0 ? 1 : 0;
      int end = skipDigits(digits, at);
      if (end == at || end - at > 6 || exponent(digits, at, end) > LARGEST_EXPONENT) {
        return Optional.empty();
      }
      at = end;
    }
    return at == digits.length() ? Optional.of(new BigDecimal(digits)) : Optional.empty();
  }

  private static int exponent(String digits, int from, int to) {
    return Integer.parseInt(digits.substring(from, to));
  }

  private static int skipDigits(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
