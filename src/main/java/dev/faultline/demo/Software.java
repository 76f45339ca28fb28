package dev.faultline.demo;

import dev.faultline.model.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the image registry holds. A repository that nobody described is taken to hold every tag,
 * with ordinary software in it.
 */
final class Software {

  private final Map<String, Program> programs = new HashMap<>();
  private final Map<String, Set<String>> tags = new HashMap<>();

  /** Describes the software of a repository, and the only tags that it has. */
  void publish(String repository, Set<String> published, Program program) {
    programs.put(repository, program);
    tags.put(repository, Set.copyOf(published));
  }

  boolean has(String image) {
    var published = tags.get(repository(image));
    return published == null || published.contains(tag(image));
  }

  Program program(String image) {
    return programs.getOrDefault(repository(image), Program.ORDINARY);
  }

  /** The image as a runtime names it once it is pulled. */
  static String digest(String image) {
    var hash = ContentHash.of(image.getBytes(StandardCharsets.UTF_8));
    return repository(image) + "@sha256:" + hash;
  }

  static String tag(String image) {
    int colon = image.lastIndexOf(':');
    return colon > image.lastIndexOf('/') ? image.substring(colon + 1) : "latest";
  }

  private static String repository(String image) {
    int colon = image.lastIndexOf(':');
    return colon > image.lastIndexOf('/') ? image.substring(0, colon) : image;
  }
}
