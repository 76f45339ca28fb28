package dev.faultline.diff;

/**
 * How closely to look.
 *
 * @param raw everything counts: what the server wrote, defaults, order, notation of quantities
 */
public record DiffOptions(boolean raw) {

  /** What matters to people. */
  public static final DiffOptions MEANINGFUL = new DiffOptions(false);

  /** Every difference. */
  public static final DiffOptions RAW = new DiffOptions(true);
}
