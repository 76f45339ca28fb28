package dev.faultline.evidence;

/**
 * One name with its value, wherever it was written: environment, flag, line of a file. Of a name
 * that is longer than any sane one only the end is kept: thousands of settings may share the
 * beginning.
 */
record Setting(String name, String value) {

  static final int LONGEST_NAME = 512;

  Setting {
    name = bounded(name);
  }

  /** A path with one more step, no longer than a name may be. */
  static String path(String outer, String inner) {
    return outer.isEmpty() ? bounded(inner) : bounded(outer) + "." + bounded(inner);
  }

  static String bounded(String name) {
    return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
  }
}
