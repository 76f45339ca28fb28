package dev.faultline.evidence;

import dev.faultline.model.Evidence;
import dev.faultline.model.NamedHost;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Strength;
import java.util.List;
import java.util.Optional;

/**
 * A host that a setting names.
 *
 * @param place the setting's name
 * @param doubt why it is weak, if it is
 */
record Finding(String place, NamedHost host, Strength strength, Optional<String> doubt) {

  static Finding of(String place, NamedHost host, Strength strength) {
    return new Finding(place, host, strength, Optional.empty());
  }

  static Finding weak(String place, NamedHost host, String doubt) {
    return new Finding(place, host, Strength.WEAK, Optional.of(doubt));
  }

  /** What a comment names: kept as a mention. */
  static List<Finding> inComment(String comment) {
    return HostScanner.scan(comment).stream()
        .map(mention -> weak("comment", mention.host(), Doubt.COMMENT))
        .toList();
  }

  Evidence evidence(String reader, ResourceRef at, Optional<String> container) {
    return new Evidence(reader, at, container, place, host, strength, doubt);
  }

  Finding at(String otherPlace) {
    return new Finding(otherPlace, host, strength, doubt);
  }

  Finding doubted(String reason) {
    return strength == Strength.WEAK ? this : weak(place, host, reason);
  }
}
