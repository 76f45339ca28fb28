package dev.faultline.model;

import java.util.Set;

/**
 * Hides values beside secret names in text of any sort: properties, {@code .env}, JSON, YAML, XML,
 * connection strings, URL parameters, command lines. It doesn't parse (such text is often broken);
 * it goes over the text once, remembers the last word that can be a name, and at each separator
 * asks {@link ValueExtent} how far the value reaches.
 */
final class SecretPairs {

  private static final int LONGEST_NAME = 200;
  private static final Set<String> NAMING = Set.of("name", "key", "id");

  private final String text;
  private final StringBuilder out;
  private final ValueExtent extent;
  private int copied;

  private int lineStart;
  private int contentStart;
  private char openQuote;
  private int openQuoteAt = -1;
  private int nameStart;
  private int nameEnd;
  private boolean nextValueIsSecret;

  /** Where the last closing tag was found; -1 once there are no more. */
  private int closingTag;

  private SecretPairs(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length() + 64);
    this.extent = new ValueExtent(text);
  }

  static String hide(String text) {
    return new SecretPairs(text).run();
  }

  private String run() {
    startLine(0);
    int i = 0;
    while (i < text.length()) {
      i = step(i);
    }
    return out.append(text, copied, text.length()).toString();
  }

  /** Reads one character, or a whole name or value, and answers where to go on. */
  private int step(int i) {
    char c = text.charAt(i);
    if (isNamePart(c)) {
      nameStart = i;
      nameEnd = i + 1;
      while (nameEnd < text.length() && isNamePart(text.charAt(nameEnd))) {
        nameEnd++;
      }
      nameStart = Math.max(nameStart, nameEnd - LONGEST_NAME);
      return afterName();
    }
    switch (c) {
      case '\n' -> startLine(i + 1);
      case '"', '\'', '`' -> quote(i, c);
      case '=', ':' -> {
        return separator(i);
      }
      case '>' -> {
        return element(i);
      }
      default -> {}
    }
    return i + 1;
  }

  private void startLine(int start) {
    lineStart = start;
    openQuote = 0;
    openQuoteAt = -1;
    int at = start;
    while (at < text.length() && " \t-#".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    for (var word : new String[] {"export ", "set ", "ENV ", "ARG "}) {
      at = text.startsWith(word, at) ? at + word.length() : at;
    }
    contentStart = at;
  }

  private void quote(int i, char c) {
    if (openQuote == c) {
      openQuote = 0;
    } else if (openQuote == 0 && (c != '\'' || i == 0 || !isNamePart(text.charAt(i - 1)))) {
      openQuote = c;
      openQuoteAt = i;
    }
  }

  /** {@code --password x}: a flag whose value is the next word. */
  private int afterName() {
    boolean flag = nameEnd - nameStart > 2 && text.startsWith("--", nameStart);
    if (!flag || !SecretNames.isSecret(text.substring(nameStart, nameEnd))) {
      return nameEnd;
    }
    int value = extent.nextArgument(nameEnd, openQuote != 0 && openQuoteAt == nameStart - 1);
    if (value < 0) {
      return nameEnd;
    }
    return hide(value, extent.endOfWord(value));
  }

  private int separator(int i) {
    int value = i + 1;
    boolean scheme = text.charAt(i) == ':' && text.startsWith("//", i + 1);
    if (scheme || !endsName(i)) {
      return value;
    }
    while (value < text.length() && value < i + 3 && "=:>".indexOf(text.charAt(value)) >= 0) {
      value++;
    }
    int afterSeparator = value;
    value = Masking.skipBlanks(text, value, text.length());
    var pair = pair(i, afterSeparator, value);
    boolean secret = isSecret(pair);
    remember(pair);
    if (!secret) {
      return afterSeparator;
    }
    int end = extent.end(pair);
    return end <= value || isHarmless(value, end) ? afterSeparator : hide(value, end);
  }

  private ValueExtent.Pair pair(int separator, int afterSeparator, int value) {
    boolean quoted = nameEnd < text.length() && isQuote(text.charAt(nameEnd));
    int before = nameStart - 1;
    while (before >= 0 && isQuoteOrEscape(text.charAt(before)) && before > nameStart - 4) {
      before--;
    }
    boolean first = nameStart - 1 - before + contentStart >= nameStart && before < contentStart;
    first |= nameStart == contentStart || (!quoted && openQuoteAt == nameStart - 1);
    while (before > lineStart && Masking.isBlank(text.charAt(before))) {
      before--;
    }
    char context = before >= lineStart ? text.charAt(before) : '\n';
    char quote = quoted ? 0 : openQuote;
    return new ValueExtent.Pair(
        text.substring(nameStart, nameEnd),
        text.charAt(separator),
        value > afterSeparator,
        quoted,
        first,
        context,
        quote,
        lineStart,
        value);
  }

  /** Whether only a quote, brackets or blanks stand between the last name and here. */
  private boolean endsName(int i) {
    int at = i - 1;
    while (at >= nameEnd && at > i - 8 && " \t\"'\\]".indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    return nameEnd > nameStart && at == nameEnd - 1;
  }

  private boolean isSecret(ValueExtent.Pair pair) {
    if (nextValueIsSecret && pair.name().equals("value")) {
      return true;
    }
    boolean tight = pair.separator() == ':' && !pair.spaced() && !pair.quoted();
    if (!SecretNames.isSecret(pair.name()) || (tight && !extent.isPlainPair(pair))) {
      return false;
    }
    return !pair.name().equalsIgnoreCase("key") || isSecretKey(pair);
  }

  /** A bare "key" often names a key, and in prose is a word. */
  private boolean isSecretKey(ValueExtent.Pair pair) {
    if (isInReference() || isInTag()) {
      return false;
    }
    int end = nameStart;
    while (end > lineStart && text.charAt(end - 1) == ' ' && nameStart - end < 4) {
      end--;
    }
    int start = end;
    while (start > lineStart && isNamePart(text.charAt(start - 1)) && end - start < 40) {
      start--;
    }
    boolean spoken = SecretNames.isSecret(text.substring(start, end) + "_key") && start < end;
    boolean prose = pair.separator() == ':' && !pair.first() && !pair.quoted();
    return prose ? spoken && !isProse(start, end) : true;
  }

  /** {@code secretKeyRef: {name: payment-db, key: url}} names a key. */
  private boolean isInReference() {
    int from = Math.max(0, nameStart - 160);
    var before = text.substring(from, nameStart);
    int reference = Math.max(before.lastIndexOf("Ref:"), before.lastIndexOf("Ref\":"));
    return reference >= 0
        && before.indexOf('}', reference) < 0
        && before.substring(reference).lines().count() <= 3;
  }

  /** {@code <entry key="db.password">}: an attribute that names what the element holds. */
  private boolean isInTag() {
    var before = text.substring(Math.max(lineStart, nameStart - 160), nameStart);
    return before.lastIndexOf('<') > before.lastIndexOf('>');
  }

  private boolean isProse(int start, int end) {
    var word = text.substring(start, end).toLowerCase(java.util.Locale.ROOT);
    return !Set.of("api", "access", "private", "secret", "account", "signing", "encryption", "ssh")
        .contains(word);
  }

  private void remember(ValueExtent.Pair pair) {
    if (NAMING.contains(pair.name())) {
      nextValueIsSecret = SecretNames.isSecret(extent.word(pair.value()));
    } else if (pair.name().equals("value")) {
      nextValueIsSecret = false;
    }
  }

  /** {@code <password>x</password>}, {@code <property name="password">x</property>}. */
  private int element(int i) {
    boolean tag = nameEnd == i && nameStart > 0 && text.charAt(nameStart - 1) == '<';
    boolean named = nextValueIsSecret && i > 0 && isQuote(text.charAt(i - 1));
    if ((tag && SecretNames.isSecret(text.substring(nameStart, nameEnd))) || named) {
      nextValueIsSecret = false;
      int end = closingTag < 0 ? -1 : text.indexOf("</", i + 1);
      closingTag = end;
      if (end > i + 1) {
        return hide(i + 1, end);
      }
    }
    return i + 1;
  }

  private boolean isHarmless(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isQuoteOrEscape(text.charAt(start))) {
      start++;
    }
    while (end > start && isQuoteOrEscape(text.charAt(end - 1))) {
      end--;
    }
    return end - start < 100 && SecretNames.isHarmless(text.substring(start, end));
  }

  /** Masks a value, leaving the quotes around it, and goes on behind it. */
  private int hide(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isQuoteOrEscape(text.charAt(start))) {
      start++;
    }
    while (end > start && isQuoteOrEscape(text.charAt(end - 1))) {
      end--;
    }
    boolean list = end - start > 1 && text.charAt(start) == '[' && text.charAt(end - 1) == ']';
    boolean map = end - start > 1 && text.charAt(start) == '{' && text.charAt(end - 1) == '}';
    if (list || map) {
      start++;
      end--;
    }
    out.append(text, copied, start);
    Masking.lines(out, text, start, end);
    copied = end;
    nameEnd = nameStart;
    int line = to;
    while (line > from && text.charAt(line - 1) != '\n') {
      line--;
    }
    if (line > from) {
      startLine(line);
    }
    return to;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }

  private static boolean isQuoteOrEscape(char c) {
    return isQuote(c) || c == '\\';
  }
}
