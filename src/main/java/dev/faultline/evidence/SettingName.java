package dev.faultline.evidence;

import dev.faultline.model.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The name of a setting, taken apart into words, and what the words say about its value: {@code
 * PAYMENT_ADDR} and {@code payment.client.baseUrl} speak of addresses, {@code POSTGRES_DB} does
 * not.
 */
public final class SettingName {

  /** What a value under this name is. */
  enum Nature {
    /** An address: even a bare word is a host. */
    ADDRESS,
    /** A number to go with a host. */
    PORT,
    /** A database, a user, a topic, a kind: a word that may look like a Service and is none. */
    LABEL,
    /** Hosts that are let through, advertised or returned to: named, not called. */
    NOT_CALLED,
    /** A container image, whose tag looks like a port. */
    IMAGE,
    /** A password or the like: its words are not looked at. */
    SECRET,
    /** The name says nothing. */
    OTHER
  }

  private static final int LONGEST = 512;

  private final String text;
  private final List<String> words;
  private @Nullable Nature nature;

  private SettingName(String text, List<String> words) {
    this.text = text;
    this.words = words;
  }

  public static SettingName of(String text) {
    var bounded = text.length() > LONGEST ? text.substring(text.length() - LONGEST) : text;
    return new SettingName(bounded, split(bounded));
  }

  /** Whether the name speaks of traces, metrics or logs. */
  public boolean speaksOfTelemetry() {
    return words.stream().anyMatch(SettingWords.TELEMETRY::contains);
  }

  /** Whether a bare word under this name is a host. */
  public boolean speaksOfAnAddress() {
    return nature() == Nature.ADDRESS;
  }

  /** Whether what stands under this name is let through or returned to, and not called. */
  public boolean speaksOfNoCall() {
    return nature() == Nature.NOT_CALLED;
  }

  /** The words in lower case, without numbers standing alone. */
  public List<String> words() {
    return words;
  }

  Nature nature() {
    if (nature == null) {
      nature = judge();
    }
    return nature;
  }

  private Nature judge() {
    if (words.isEmpty()) {
      return Nature.OTHER;
    }
    var last = words.getLast();
    var before = words.size() > 1 ? words.get(words.size() - 2) : "";
    if (isNotCalled()) {
      return Nature.NOT_CALLED;
    }
    if (last.equals("image") || last.equals("images") || before.equals("image")) {
      return Nature.IMAGE;
    }
    if (last.equals("port") || (before.equals("port") && last.equals("value"))) {
      return Nature.PORT;
    }
    if (isVirtualHost(before, last)) {
      return Nature.LABEL;
    }
    if (isAddress(last)
        || isDiscovered(last)
        || (before.equals("host") && last.equals("name"))
        || (SettingWords.TAILS.contains(last) && (isAddress(before) || before.equals("contact")))) {
      return Nature.ADDRESS;
    }
    if (Redaction.isSecretName(text) || SettingWords.SECRET.contains(last)) {
      return Nature.SECRET;
    }
    if (SettingWords.LABEL.contains(last)) {
      return Nature.LABEL;
    }
    return words.stream().anyMatch(SettingWords.GROUP::contains) ? Nature.ADDRESS : Nature.OTHER;
  }

  /** What the name of a host and that of its port begin with: {@code db.} of {@code db.host}. */
  String group() {
    int end = words.size();
    if (end > 1 && (words.getLast().equals("value") || words.getLast().equals("name"))) {
      end--;
    }
    return end == 0 ? "" : beforeWord(words.get(end - 1));
  }

  /** Whether all words of the value stand in the name: {@code REDIS_CACHE} for redis-cache. */
  boolean contains(SettingName value) {
    return !value.words.isEmpty() && words.containsAll(value.words);
  }

  private String beforeWord(String word) {
    var lower = text.toLowerCase(Locale.ROOT);
    return lower.substring(0, Math.max(0, lower.lastIndexOf(word)));
  }

  private boolean isNotCalled() {
    var last = words.getLast();
    for (int i = 0; i < words.size(); i++) {
      if (SettingWords.NOT_CALLED.contains(words.get(i))
          || (words.get(i).equals("no") && i + 1 < words.size() && words.get(i + 1).equals("proxy"))
          || (words.get(i).equals("non") && i + 1 < words.size())
          || (SettingWords.OWN.contains(words.get(i)) && i == words.size() - 2 && isUrl(last))) {
        return true;
      }
    }
    return false;
  }

  /** A part of a broker that is called host and is none. */
  private static boolean isVirtualHost(String before, String last) {
    return last.equals("vhost")
        || last.equals("virtualhost")
        || (last.equals("host") && (before.equals("virtual") || before.equals("v")));
  }

  /** The name under which Stork finds the instances of a service in the cluster. */
  private boolean isDiscovered(String last) {
    return last.equals("application") && words.contains("stork") && words.contains("discovery");
  }

  private static boolean isUrl(String word) {
    return SettingWords.ADDRESS_ENDINGS.stream().anyMatch(word::endsWith);
  }

  private static boolean isAddress(String word) {
    return SettingWords.ADDRESS.contains(word)
        || (word.length() > 4 && SettingWords.ADDRESS_ENDINGS.stream().anyMatch(word::endsWith));
  }

  private static List<String> split(String text) {
    var words = new ArrayList<String>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      boolean hump =
          inside
              && start >= 0
              && Character.isUpperCase(text.charAt(i))
              && (Character.isLowerCase(text.charAt(i - 1))
                  || (i + 1 < text.length()
                      && Character.isUpperCase(text.charAt(i - 1))
                      && Character.isLowerCase(text.charAt(i + 1))));
      if (start >= 0 && (!inside || hump)) {
        add(words, text.substring(start, i));
        start = -1;
      }
      if (inside && start < 0) {
        start = i;
      }
    }
    return List.copyOf(words);
  }

  private static void add(List<String> words, String word) {
    if (!word.chars().allMatch(Character::isDigit)) {
      words.add(word.toLowerCase(Locale.ROOT));
    }
  }
}
