package dev.faultline.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads XML as far as settings go: the text of an element, its attributes, and pairs such as {@code
 * <property name="db.host" value="db"/>}. One pass and no entities, so that nothing can be made to
 * grow; what is no XML yields little, and never fails.
 */
final class XmlText {

  private static final int MOST_SETTINGS = 20_000;
  private static final int DEEPEST = 64;

  /** An open element: its path, and the name that an attribute or a child gave it. */
  private static final class Element {
    private final String path;
    private String label;

    Element(String path, String label) {
      this.path = path;
      this.label = label;
    }
  }

  private final String text;
  private final Deque<Element> open = new ArrayDeque<>();
  private final List<Setting> settings = new ArrayList<>();
  private final List<Finding> doubted = new ArrayList<>();
  private int at;

  private XmlText(String text) {
    this.text = text;
  }

  static List<Finding> read(String text) {
    return new XmlText(text).read();
  }

  private List<Finding> read() {
    while (at < text.length() && settings.size() < MOST_SETTINGS) {
      int next = text.indexOf('<', at);
      int end = next < 0 ? text.length() : next;
      content(text.substring(at, end).strip());
      at = end;
      if (next >= 0) {
        markup();
      }
    }
    var found = new ArrayList<>(SettingGroup.read(settings, SettingGroup.Bare.PASSED_OVER));
    found.addAll(doubted);
    return found;
  }

  private void markup() {
    if (text.startsWith("<!--", at)) {
      int end = endOf("-->");
      Finding.inComment(text.substring(at, end)).forEach(doubted::add);
      at = end;
    } else if (text.startsWith("<![CDATA[", at)) {
      int end = endOf("]]>");
      content(text.substring(at + 9, Math.max(at + 9, end - 3)).strip());
      at = end;
    } else if (text.startsWith("<?", at) || text.startsWith("<!", at)) {
      at = endOf(">");
    } else if (text.startsWith("</", at)) {
      at = endOf(">");
      open.poll();
    } else {
      element();
    }
  }

  private int endOf(String mark) {
    int found = text.indexOf(mark, at);
    return found < 0 ? text.length() : found + mark.length();
  }

  private void content(String written) {
    var inside = open.peek();
    if (written.isEmpty() || inside == null) {
      return;
    }
    var parent = open.stream().skip(1).findFirst();
    if (parent.isPresent() && last(inside.path).equals("name")) {
      parent.get().label = Setting.bounded(written);
    } else if (parent.isPresent() && last(inside.path).equals("value")) {
      add(parent.get().label, written);
    } else {
      add(inside.label, written);
    }
  }

  private void element() {
    at++;
    int start = at;
    while (at < text.length() && isPartOfName(text.charAt(at))) {
      at++;
    }
    var tag = text.substring(start, at);
    var attributes = attributes();
    boolean closed = at > 0 && text.charAt(at - 1) == '/';
    at = Math.min(text.length(), at + 1);
    var outer = open.peek();
    var path = outer == null ? Setting.bounded(tag) : Setting.path(outer.path, tag);
    var label = attributes.getOrDefault("name", attributes.getOrDefault("key", ""));
    var value = attributes.get("value");
    if (!label.isEmpty() && value != null) {
      add(label, value);
    } else {
      attributes.forEach((name, written) -> add(Setting.path(path, name), written));
    }
    if (!closed && open.size() < DEEPEST) {
      open.push(new Element(path, label.isEmpty() ? path : label));
    }
  }

  /** Leaves {@code at} on the closing bracket. */
  private Map<String, String> attributes() {
    var attributes = new TreeMap<String, String>();
    while (at < text.length() && text.charAt(at) != '>') {
      int start = at;
      while (at < text.length() && isPartOfName(text.charAt(at))) {
        at++;
      }
      var name = text.substring(start, at);
      if (name.isEmpty()) {
        at++;
      } else if (at + 1 < text.length() && text.charAt(at) == '=') {
        attributes.put(name, quoted(text.charAt(at + 1)));
      }
    }
    return attributes;
  }

  private String quoted(char quote) {
    if (quote != '"' && quote != '\'') {
      at++;
      return "";
    }
    int from = at + 2;
    int found = text.indexOf(quote, from);
    int end = found < 0 ? text.length() : found;
    at = Math.min(text.length(), end + 1);
    return text.substring(Math.min(from, end), end);
  }

  private void add(String name, String value) {
    if (settings.size() < MOST_SETTINGS) {
      settings.add(new Setting(name, value));
    }
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static boolean isPartOfName(char c) {
    return HostName.isNameCharacter(c) || c == ':';
  }
}
