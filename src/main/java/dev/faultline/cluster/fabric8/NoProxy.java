package dev.faultline.cluster.fabric8;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which servers are reached without the environment's proxy, by the rules of Go's {@code httpproxy}
 * (so of kubectl): loopback always, a domain with all below it, addresses, and CIDR blocks.
 */
final class NoProxy {

  private NoProxy() {}

  static boolean excepts(String list, URI server) {
    var host = Optional.ofNullable(server.getHost()).orElse("").toLowerCase(Locale.ROOT);
    var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    var address = address(bare);
    if (bare.equals("localhost") || address.filter(InetAddress::isLoopbackAddress).isPresent()) {
      return true;
    }
    return Arrays.stream(list.split(","))
        .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
        .filter(entry -> !entry.isEmpty())
        .anyMatch(entry -> matches(entry, bare, address, server.getPort()));
  }

  private static boolean matches(
      String entry, String host, Optional<InetAddress> address, int port) {
    if (entry.equals("*")) {
      return true;
    }
    int slash = entry.indexOf('/');
    if (slash > 0) {
      return address.filter(own -> inBlock(own, entry, slash)).isPresent();
    }
    int colon = entry.lastIndexOf(':');
    if (colon > 0 && entry.indexOf(':') == colon) {
      return entry.substring(colon + 1).equals(Integer.toString(port))
          && matches(entry.substring(0, colon), host, address, port);
    }
    if (address.isPresent()) {
      return address(entry).equals(address);
    }
    var domain = entry.startsWith("*.") ? entry.substring(1) : entry;
    return domain.startsWith(".")
        ? host.endsWith(domain)
        : host.equals(domain) || host.endsWith("." + domain);
  }

  private static boolean inBlock(InetAddress own, String entry, int slash) {
    var block = address(entry.substring(0, slash));
    if (block.isEmpty() || block.get().getAddress().length != own.getAddress().length) {
      return false;
    }
    try {
      int shift = own.getAddress().length * 8 - Integer.parseInt(entry.substring(slash + 1));
      return shift >= 0 && bits(own).shiftRight(shift).equals(bits(block.get()).shiftRight(shift));
    } catch (NumberFormatException e) {
      return false; // Not a block after all, so it excepts nothing.
    }
  }

  private static BigInteger bits(InetAddress address) {
    return new BigInteger(1, address.getAddress());
  }

  /** An address written as such; never asks the network for a name. */
  private static Optional<InetAddress> address(String text) {
    if (!text.matches("[0-9.]+") && !text.contains(":")) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
