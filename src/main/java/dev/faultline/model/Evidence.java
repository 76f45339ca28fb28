package dev.faultline.model;

import java.util.Optional;

/**
 * A reason to believe that something depends on something: who says it, where exactly, and what is
 * named. The value around the name is not kept, as it may hold a password.
 *
 * @param reader the reader that found it, for instance {@code env}
 * @param at the object that says it
 * @param container the container concerned; empty for the whole object
 * @param place environment variable, key or path: {@code PAYMENT_ADDR}, {@code data.app.yaml}
 * @param doubt why the evidence is weak, in words; empty if nothing speaks against it
 */
public record Evidence(
    String reader,
    ResourceRef at,
    Optional<String> container,
    String place,
    NamedHost names,
    Strength strength,
    Optional<String> doubt) {

  /** The same evidence, of which no more than a mention is left, and why. */
  public Evidence weakenedBecause(String reason) {
    return new Evidence(reader, at, container, place, names, Strength.WEAK, Optional.of(reason));
  }

  /** The same evidence, of which what spoke against it is gone. */
  public Evidence confirmed() {
    return new Evidence(reader, at, container, place, names, Strength.FIRM, Optional.empty());
  }

  /** "env PAYMENT_ADDR in Deployment shop/checkout". */
  public String describe() {
    return reader + " " + place + " in " + at.describe();
  }
}
