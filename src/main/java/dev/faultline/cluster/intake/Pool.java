package dev.faultline.cluster.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shares equal values between objects: labels, node names and templates repeat thousands of times.
 * Safe for several threads; an adapter keeps one for each cluster.
 */
public final class Pool {

  private static final int MOST = 100_000;

  private final Map<Object, Object> values = new ConcurrentHashMap<>();

  /** An equal value that was seen before, or this one. */
  public <T> T share(T value) {
    if (values.size() > MOST) {
      // Sharing only saves memory, so that to forget costs less than to keep what is gone.
      values.clear();
    }
    var before = values.putIfAbsent(value, value);
    if (before == null) {
      return value;
    }
    // Equal values may be of different classes, as maps are.
    if (before.getClass() != value.getClass()) {
      return value;
    }
    @SuppressWarnings("unchecked")
    T shared = (T) before;
    return shared;
  }

  /** A map, its names and its values, each shared. */
  public Map<String, String> shareTexts(Map<String, String> texts) {
    if (texts.isEmpty()) {
      return Map.of();
    }
    var shared = new HashMap<String, String>();
    texts.forEach((name, value) -> shared.put(share(name), share(value)));
    return share(Map.copyOf(shared));
  }
}
