package dev.faultline.telemetry.prometheus;

import dev.faultline.model.traffic.TrafficPeer;
import java.util.Locale;

/** Hosts as labels carry them. */
final class Hosts {

  private Hosts() {}

  /** {@code payment.shop.svc.cluster.local:8080} without its port. */
  static TrafficPeer withoutPort(String authority) {
    int colon = authority.lastIndexOf(':');
    boolean port = colon > 0 && authority.substring(colon + 1).chars().allMatch(Character::isDigit);
    var host = port ? authority.substring(0, colon) : authority;
    return new TrafficPeer.OfHost(host.toLowerCase(Locale.ROOT));
  }
}
