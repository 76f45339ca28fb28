package dev.faultline.diff;

import java.util.ArrayList;

/** Splits image references, to say which part of one changed. */
record ImageWords(String name, String tag, String digest) {

  static ImageWords of(String image) {
    int at = image.indexOf('@');
    var digest = at < 0 ? "" : image.substring(at + 1);
    var tagged = at < 0 ? image : image.substring(0, at);
    int colon = tagged.lastIndexOf(':');
    boolean hasTag = colon > tagged.lastIndexOf('/');
    return new ImageWords(
        hasTag ? tagged.substring(0, colon) : tagged,
        hasTag ? tagged.substring(colon + 1) : "",
        digest);
  }

  /** "tag 1.4.2 → 1.5.0"; several parts are joined by commas. */
  static String change(String before, String after) {
    var old = of(before);
    var now = of(after);
    var parts = new ArrayList<String>();
    if (!old.name.equals(now.name)) {
      parts.add("name " + old.name + " → " + now.name);
    }
    if (!old.tag.equals(now.tag)) {
      parts.add("tag " + orNone(old.tag) + " → " + orNone(now.tag));
    }
    if (!old.digest.equals(now.digest)) {
      parts.add("digest " + brief(old.digest) + " → " + brief(now.digest));
    }
    return String.join(", ", parts);
  }

  private static String orNone(String part) {
    return part.isEmpty() ? "none" : part;
  }

  /** Twelve hexadecimal digits tell two digests apart. */
  private static String brief(String digest) {
    var hex = digest.substring(digest.indexOf(':') + 1);
    return hex.isEmpty() ? "none" : hex.substring(0, Math.min(12, hex.length()));
  }
}
