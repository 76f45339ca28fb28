package dev.faultline.diff;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** A quantity of Kubernetes by its value, so that {@code 500m} equals {@code 0.5}. */
record Quantity(BigDecimal value) {

  private static final int LONGEST = 40;

  private static final Map<String, BigDecimal> SUFFIXES =
      Map.ofEntries(
          Map.entry("n", BigDecimal.ONE.movePointLeft(9)),
          Map.entry("u", BigDecimal.ONE.movePointLeft(6)),
          Map.entry("m", BigDecimal.ONE.movePointLeft(3)),
          Map.entry("", BigDecimal.ONE),
          Map.entry("k", BigDecimal.TEN.pow(3)),
          Map.entry("M", BigDecimal.TEN.pow(6)),
          Map.entry("G", BigDecimal.TEN.pow(9)),
          Map.entry("T", BigDecimal.TEN.pow(12)),
          Map.entry("P", BigDecimal.TEN.pow(15)),
          Map.entry("E", BigDecimal.TEN.pow(18)),
          Map.entry("Ki", BigDecimal.valueOf(1024)),
          Map.entry("Mi", BigDecimal.valueOf(1024).pow(2)),
          Map.entry("Gi", BigDecimal.valueOf(1024).pow(3)),
          Map.entry("Ti", BigDecimal.valueOf(1024).pow(4)),
          Map.entry("Pi", BigDecimal.valueOf(1024).pow(5)),
          Map.entry("Ei", BigDecimal.valueOf(1024).pow(6)));

  /** Reads what resource.Quantity of Kubernetes reads; anything else is empty. */
  static Optional<Quantity> of(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    int end = 0;
    while (end < text.length() && "+-.0123456789".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    var suffix = text.substring(end);
    try {
      var number = new BigDecimal(text.substring(0, end));
      var factor = SUFFIXES.get(suffix);
      if (factor != null) {
        return Optional.of(new Quantity(number.multiply(factor).stripTrailingZeros()));
      }
      boolean exponent = suffix.length() > 1 && "eE".indexOf(suffix.charAt(0)) >= 0;
      return exponent ? scaled(number, Integer.parseInt(suffix.substring(1))) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Quantity> scaled(BigDecimal number, int exponent) {
    return Math.abs(exponent) > 30
        ? Optional.empty()
        : Optional.of(new Quantity(number.scaleByPowerOfTen(exponent).stripTrailingZeros()));
  }
}
