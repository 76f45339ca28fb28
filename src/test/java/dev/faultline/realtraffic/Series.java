package dev.faultline.realtraffic;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A counter that grows evenly.
 *
 * @param perSecond how fast
 */
record Series(String metric, Map<String, String> labels, double perSecond) {

  Series {
    labels = new TreeMap<>(labels);
  }

  Series(String metric, Map<String, String> labels, double perSecond, String... further) {
    this(metric, with(labels, further), perSecond);
  }

  /** The same with one label more, whose value is escaped already. */
  Series with(String name, String value) {
    return new Series(metric, with(labels, name, value), perSecond);
  }

  private static Map<String, String> with(Map<String, String> labels, String... further) {
    var all = new TreeMap<>(labels);
    for (int i = 0; i < further.length; i += 2) {
      all.put(further[i], further[i + 1]);
    }
    return all;
  }

  /** A line of the exposition format, without its end. */
  String line(double value) {
    return labels.entrySet().stream()
            .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
            .collect(Collectors.joining(",", metric + "{", "} "))
        + value;
  }
}
