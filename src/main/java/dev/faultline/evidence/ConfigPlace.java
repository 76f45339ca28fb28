package dev.faultline.evidence;

/**
 * How a place inside a ConfigMap is written: {@code data.KEY}, or {@code data.KEY: path} inside a
 * file. Keys hold no colon, so that the key can be read back.
 */
public final class ConfigPlace {

  private static final String DATA = "data.";
  private static final String INSIDE = ": ";

  private ConfigPlace() {}

  static String of(String key) {
    return DATA + Setting.bounded(key);
  }

  static String of(String key, String path) {
    return inside(of(key), path);
  }

  /** A place inside a file that a key or a variable holds. */
  static String inside(String holder, String path) {
    return Setting.bounded(holder) + INSIDE + Setting.bounded(path);
  }

  /** The key that the place lies in. */
  public static String key(String place) {
    var withoutData = place.startsWith(DATA) ? place.substring(DATA.length()) : place;
    int inside = withoutData.indexOf(INSIDE);
    return inside < 0 ? withoutData : withoutData.substring(0, inside);
  }

  /** The setting's own name: the path inside a file, else the key. */
  public static String setting(String place) {
    int inside = place.indexOf(INSIDE);
    return inside < 0 ? key(place) : place.substring(inside + INSIDE.length());
  }
}
