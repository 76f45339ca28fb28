package dev.faultline.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * All texts of the window, by key: {@code <screen>.<thing>}. Placeholders are those of {@link
 * MessageFormat}; numbers are written plainly, without marks between thousands.
 */
public final class Messages {

  private final ResourceBundle bundle;
  private final Locale locale;

  public Messages(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("messages", locale);
  }

  /**
   * The text, with its placeholders filled in.
   *
   * @throws java.util.MissingResourceException if there is no such key: a fault of ours, which a
   *     test finds
   */
  public String say(String key, Object... values) {
    var pattern = bundle.getString(key);
    if (values.length == 0) {
      return pattern;
    }
    var shown = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      shown[i] = values[i] instanceof Number number ? number.toString() : values[i];
    }
    return new MessageFormat(pattern, locale).format(shown);
  }

  /** The singular's key for one, else the plural's; both take the number as their first value. */
  public String count(String singular, String plural, long number) {
    return say(number == 1 ? singular : plural, number);
  }
}
