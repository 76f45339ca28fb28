package dev.faultline.cluster.fabric8;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Tells from an exception or a status what it means for the link. */
final class Failures {

  private Failures() {}

  /**
   * @param address host and port of the server, for the sentence
   * @param patience how long was waited
   */
  static LinkFailure of(Throwable thrown, String address, Duration patience) {
    var chain = chain(thrown);
    return find(chain, LinkException.class)
        .map(LinkException::failure)
        .or(() -> certificate(chain, address))
        .or(() -> network(chain, address, patience))
        .orElseGet(() -> new LinkFailure.Broken(address, words(chain)));
  }

  static LinkFailure of(int status, String words) {
    return switch (status) {
      case 401 -> new LinkFailure.Unauthorised(words);
      case 403 -> new LinkFailure.Forbidden(words);
      default -> new LinkFailure.ServerError(status, words);
    };
  }

  private static Optional<LinkFailure> network(
      List<Throwable> chain, String address, Duration patience) {
    if (has(chain, UnknownHostException.class) || has(chain, UnresolvedAddressException.class)) {
      return Optional.of(new LinkFailure.NameNotResolved(host(address)));
    }
    if (has(chain, HttpTimeoutException.class) || has(chain, TimeoutException.class)) {
      return Optional.of(new LinkFailure.TimedOut(address, patience));
    }
    if (has(chain, NoRouteToHostException.class)) {
      return Optional.of(new LinkFailure.Broken(address, "there is no route to it"));
    }
    if (has(chain, ConnectException.class)) {
      return Optional.of(new LinkFailure.Refused(address));
    }
    return Optional.empty();
  }

  private static Optional<LinkFailure> certificate(List<Throwable> chain, String address) {
    if (has(chain, CertificateExpiredException.class)) {
      return Optional.of(new LinkFailure.NotTrusted(address, "it has expired"));
    }
    var certificate = find(chain, CertificateException.class).map(Throwable::getMessage);
    if (certificate.isPresent() && !certificate.get().contains("PKIX")) {
      return Optional.of(new LinkFailure.NotTrusted(address, Words.tidy(certificate.get())));
    }
    var tls = find(chain, SSLException.class).map(e -> String.valueOf(e.getMessage()));
    if (tls.filter(words -> words.contains("PKIX")).isPresent() || certificate.isPresent()) {
      return Optional.of(
          new LinkFailure.NotTrusted(address, "no authority we trust has signed it"));
    }
    if (tls.filter(words -> words.contains("bad_certificate") || words.contains("certificate_"))
        .isPresent()) {
      return Optional.of(
          new LinkFailure.Unauthorised("it refuses our client certificate: " + words(chain)));
    }
    return tls.map(
        words -> new LinkFailure.Broken(address, "no TLS connection (" + Words.tidy(words) + ")"));
  }

  private static String words(List<Throwable> chain) {
    return chain.stream()
        .filter(e -> e instanceof IOException || e instanceof RuntimeException)
        .map(Throwable::getMessage)
        .filter(message -> message != null && !message.isBlank())
        .reduce((outer, inner) -> inner)
        .map(Words::tidy)
        .orElseGet(() -> chain.getLast().getClass().getSimpleName());
  }

  private static String host(String address) {
    int colon = address.lastIndexOf(':');
    return colon < 0 ? address : address.substring(0, colon);
  }

  private static boolean has(List<Throwable> chain, Class<? extends Throwable> type) {
    return find(chain, type).isPresent();
  }

  private static <T extends Throwable> Optional<T> find(List<Throwable> chain, Class<T> type) {
    return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  private static List<Throwable> chain(Throwable thrown) {
    var chain = new ArrayList<Throwable>();
    Throwable at = thrown;
    while (at != null && chain.size() < 20) {
      chain.add(at);
      at = at.getCause();
    }
    return chain;
  }
}
