package dev.faultline.telemetry.http;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What an exception means for whoever waits; its own words may hold what is secret. */
final class HttpTroubles {

  private HttpTroubles() {}

  static String late(Duration within) {
    return "it did not answer within " + seconds(within) + " s";
  }

  static String sentence(Throwable thrown, Duration within, int mostBytes) {
    if (has(thrown, UnresolvedAddressException.class)) {
      return "its name can't be resolved";
    }
    if (has(thrown, HttpConnectTimeoutException.class)) {
      return "it can't be reached";
    }
    if (has(thrown, HttpTimeoutException.class)) {
      return late(within);
    }
    if (has(thrown, ConnectException.class)) {
      return "it refuses the connection";
    }
    if (has(thrown, SSLException.class)) {
      return "its certificate is not trusted, or it speaks no TLS";
    }
    // The limit of the JDK has no exception of its own.
    boolean tooLong =
        causes(thrown).anyMatch(e -> String.valueOf(e.getMessage()).contains("capacity"));
    return tooLong
        ? "its answer is longer than " + mostBytes / (1024 * 1024) + " MB"
        : "the connection broke";
  }

  private static String seconds(Duration within) {
    double seconds = within.toMillis() / 1000.0;
    return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
  }

  private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
    return causes(thrown).anyMatch(type::isInstance);
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(
            Optional.of(thrown),
            Optional::isPresent,
            one -> one.flatMap(e -> Optional.ofNullable(e.getCause())))
        .flatMap(Optional::stream)
        .limit(20);
  }
}
