package dev.faultline.ui.error;

import dev.faultline.model.Redaction;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * A failure of Faultline itself, fit to be shown and copied.
 *
 * @param code the same for the same kind of failure at the same place, so that it can be searched
 * @param what was being done, in words
 * @param sentence what happened
 * @param details for whoever mends it; secrets are masked
 */
public record ErrorReport(String code, String what, String sentence, String details) {

  private static final int CODE_SPACE = 36 * 36 * 36 * 36;
  private static final int LONGEST_DETAILS = 20_000;

  public static ErrorReport of(String what, Throwable cause, Instant at, String version) {
    var root = root(cause);
    var code = code(root);
    var message = root.getMessage() == null ? "" : ": " + Redaction.text(root.getMessage());
    var details =
        "Faultline %s, %s%nJava %s, %s %s%n%s, %s%n%n%s"
            .formatted(
                version,
                code,
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                at,
                what,
                Redaction.text(trace(cause)));
    return new ErrorReport(code, what, root.getClass().getSimpleName() + message, bounded(details));
  }

  private static String bounded(String text) {
    return text.length() <= LONGEST_DETAILS ? text : text.substring(0, LONGEST_DETAILS);
  }

  private static Throwable root(Throwable thrown) {
    var at = thrown;
    for (int depth = 0; at.getCause() != null && depth < 20; depth++) {
      at = at.getCause();
    }
    return at;
  }

  /**
   * Built from the type and the first places of our own: line numbers change with every version.
   */
  private static String code(Throwable root) {
    var places =
        Arrays.stream(root.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("dev.faultline"))
            .limit(2)
            .map(frame -> frame.getClassName() + "." + frame.getMethodName())
            .toList();
    int hash = Math.floorMod((root.getClass().getName() + places).hashCode(), CODE_SPACE);
    var digits = Integer.toString(hash, 36).toUpperCase(Locale.ROOT);
    return "FL-" + "0".repeat(4 - digits.length()) + digits;
  }

  private static String trace(Throwable cause) {
    var text = new StringWriter();
    cause.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
