package dev.faultline.app;

import dev.faultline.settings.TelemetryServer;
import dev.faultline.settings.TrafficSettings;
import dev.faultline.telemetry.http.Access;
import dev.faultline.telemetry.http.Access.Credentials;
import dev.faultline.text.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the settings say of how a server is asked; secrets are read from their files. */
sealed interface ServerAccess {

  record Known(Access access) implements ServerAccess {}

  record Nothing(String reason) implements ServerAccess {}

  /** For the server at this URL; open if the settings don't speak of it. */
  static ServerAccess of(TrafficSettings settings, String url) {
    var server = settings.server(url);
    if (server.isEmpty()) {
      return new Known(Access.OPEN);
    }
    try {
      return new Known(
          new Access(credentials(server.get()), server.get().caFile(), server.get().headers()));
    } catch (IOException e) {
      return new Nothing(
          "the settings name a file with its credentials that can't be read ("
              + FileTrouble.words(e)
              + ")");
    }
  }

  private static Credentials credentials(TelemetryServer server) throws IOException {
    if (server.tokenFile().isPresent()) {
      return new Credentials.Bearer(secret(server.tokenFile().get()));
    }
    if (server.user().isPresent()) {
      var password = server.passwordFile();
      return new Credentials.Basic(
          server.user().get(), password.isPresent() ? secret(password.get()) : "");
    }
    return new Credentials.None();
  }

  private static String secret(Path file) throws IOException {
    return Files.readString(file).strip();
  }
}
