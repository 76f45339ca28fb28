package dev.faultline.evidence;

import java.util.Locale;
import java.util.Optional;

/**
 * The variables that the kubelet sets in every container for every Service of its namespace: {@code
 * PAYMENT_SERVICE_HOST} stands for the Service {@code payment}.
 */
final class LinkVariable {

  private static final String SUFFIX = "_SERVICE_HOST";

  private LinkVariable() {}

  /** The Service's name, if the variable is one of these. */
  static Optional<String> host(String variable) {
    if (!variable.endsWith(SUFFIX) || variable.length() == SUFFIX.length()) {
      return Optional.empty();
    }
    var name = variable.substring(0, variable.length() - SUFFIX.length());
    return HostName.normal(name.toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
