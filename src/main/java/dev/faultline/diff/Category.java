package dev.faultline.diff;

/** What a change is about, in the order in which an engineer wants to see changes. */
public enum Category {
  IMAGE("image"),
  ENV("environment"),
  PROBES("probes"),
  RESOURCES("resources"),
  PORTS("ports"),
  SELECTORS("selectors"),
  CONFIGURATION("configuration"),
  COMMAND("command"),
  OTHER("other"),
  LABELS("labels and annotations"),
  RESTART("restart");

  private final String words;

  Category(String words) {
    this.words = words;
  }

  /** A heading for people. */
  public String words() {
    return words;
  }
}
