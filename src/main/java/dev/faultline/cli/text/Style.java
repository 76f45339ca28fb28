package dev.faultline.cli.text;

/** A meaning that colour underlines; the words beside it carry it alone. */
public enum Style {
  PLAIN(""),
  STRONG("1"),
  MUTED("2"),
  OK("32"),
  WARN("33"),
  FAIL("31"),
  CHANGED("35"),
  ADDED("32"),
  REMOVED("31");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  String wrap(String text) {
    return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
