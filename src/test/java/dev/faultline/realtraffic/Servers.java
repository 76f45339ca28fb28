package dev.faultline.realtraffic;

import dev.faultline.telemetry.http.Access;
import dev.faultline.telemetry.http.HttpEndpoint;

/** Opens endpoints of the servers of the tests. */
final class Servers {

  private Servers() {}

  static HttpEndpoint endpoint(String url) {
    return endpoint(url, Access.OPEN);
  }

  static HttpEndpoint endpoint(String url, Access access) {
    return switch (HttpEndpoint.open(url, access)) {
      case HttpEndpoint.Opening.Opened(HttpEndpoint endpoint) -> endpoint;
      case HttpEndpoint.Opening.Refused(String reason) -> throw new AssertionError(reason);
    };
  }
}
