package dev.faultline.cli;

import dev.faultline.rollback.plan.RollbackRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How a write is confirmed and watched; shared by {@code rollback} and {@code undo}. */
final class RollbackOptions {

  @Option(names = "--dry-run", description = "Show plan, checks and diff; change nothing.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Option(
      names = "--confirm",
      paramLabel = "NAME",
      description = "The service's name, which a protected context wants to hear.")
  private @Nullable String confirm;

  @Option(
      names = "--settle",
      paramLabel = "TIME",
      defaultValue = "10s",
      converter = DurationText.class,
      description = "How long all must stay well before it counts as verified, such as 30s.")
  private Duration settle = Duration.ofSeconds(10);

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "5m",
      converter = DurationText.class,
      description = "How long to watch at most, such as 5m.")
  private Duration timeout = Duration.ofMinutes(5);

  @Option(
      names = "--break-glass",
      description = "Go ahead although a GitOps controller or operator owns it and may revert it.")
  private boolean breakGlass;

  RollbackRequest.Options watch() {
    if (settle.compareTo(timeout) >= 0) {
      throw CliFailure.noSuchThing(
          "--settle must be shorter than --timeout, or nothing could be verified in time.");
    }
    return new RollbackRequest.Options(settle, timeout, breakGlass);
  }

  boolean dryRun() {
    return dryRun;
  }

  boolean yes() {
    return yes;
  }

  String confirmation() {
    return confirm == null ? "" : confirm;
  }

  /** Reads {@code 30s}, {@code 5m}, {@code 1h} or whole seconds. */
  static final class DurationText implements ITypeConverter<Duration> {
    private static final Duration LONGEST = Duration.ofDays(1);

    @Override
    public Duration convert(String text) {
      try {
        var digits = text.replaceAll("[smh]$", "");
        long number = Long.parseLong(digits);
        var duration =
            switch (text.charAt(text.length() - 1)) {
              case 'm' -> Duration.ofMinutes(number);
              case 'h' -> Duration.ofHours(number);
              default -> Duration.ofSeconds(number);
            };
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
          throw new TypeConversionException("'" + text + "' is not between 0 and a day");
        }
        return duration;
      } catch (NumberFormatException | ArithmeticException | StringIndexOutOfBoundsException e) {
        throw new TypeConversionException("'" + text + "' is no time: write 30s or 5m");
      }
    }
  }
}
