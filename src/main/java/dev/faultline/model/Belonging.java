package dev.faultline.model;

import java.util.Optional;

/**
 * What a service is part of and who looks after it, as labels say.
 *
 * @param application the larger whole
 * @param team the people to call
 */
public record Belonging(Optional<String> application, Optional<String> team) {

  /** Nothing is said of either. */
  public static final Belonging UNKNOWN = new Belonging(Optional.empty(), Optional.empty());
}
