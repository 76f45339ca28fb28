package dev.faultline.architecture;

import com.tngtech.archunit.lang.ArchRule;

/**
 * One rule of the house, and the package from which on it holds.
 *
 * @param name also the name of the folder below {@code src/test/planted/architecture} in which a
 *     class breaks the rule
 * @param from a package; until it has a class, nothing can break the rule and it is pending
 */
record HouseRule(String name, String from, ArchRule rule) {
  @Override
  public String toString() {
    return name;
  }
}
