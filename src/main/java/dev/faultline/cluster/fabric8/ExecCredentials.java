package dev.faultline.cluster.fabric8;

import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.MalformedTextException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Credentials that a plugin prints; asked again when they expire or the cluster refuses them. */
final class ExecCredentials implements Credentials {

  /** Renewed a little early, so that none expires on its way. */
  private static final Duration EARLY = Duration.ofSeconds(10);

  private final ExecPlugin plugin;
  private final JsonObject cluster;
  private final ExecRunner runner;
  private final InstantSource clock;
  private Optional<Credential> last = Optional.empty();

  ExecCredentials(ExecPlugin plugin, JsonObject cluster, ExecRunner runner, InstantSource clock) {
    this.plugin = plugin;
    this.cluster = cluster;
    this.runner = runner;
    this.clock = clock;
  }

  @Override
  public synchronized Credential current() {
    var fresh = last.filter(credential -> !isExpired(credential));
    return fresh.isPresent() ? fresh.get() : ask();
  }

  @Override
  public synchronized Credential insteadOf(Optional<String> refused) {
    var newer = last.filter(credential -> !credential.authorization().equals(refused));
    return newer.isPresent() ? newer.get() : ask();
  }

  private boolean isExpired(Credential credential) {
    return credential
        .expires()
        .filter(end -> !clock.instant().isBefore(end.minus(EARLY)))
        .isPresent();
  }

  private Credential ask() {
    var credential = read(runner.run(plugin, cluster));
    last = Optional.of(credential);
    return credential;
  }

  private Credential read(String printed) {
    JsonObject answer;
    try {
      answer = JsonCodec.read(printed) instanceof JsonObject object ? object : JsonObject.EMPTY;
    } catch (MalformedTextException e) {
      throw failed("it printed no JSON");
    }
    if (!answer.text("apiVersion").orElse("").equals(plugin.apiVersion())) {
      throw failed("it does not speak " + plugin.apiVersion());
    }
    var status = answer.object("status");
    var credential = Credential.NONE;
    var certificate = status.text("clientCertificateData");
    var key = status.text("clientKeyData");
    if (certificate.isPresent() && key.isPresent()) {
      credential = credential.withCertificate(pem(certificate.get()), pem(key.get()));
    }
    var token = status.text("token").filter(text -> !text.isBlank());
    if (token.isPresent()) {
      credential = credential.withAuthorization("Bearer " + token.get().strip());
    }
    if (credential.equals(Credential.NONE)) {
      throw failed("it gave neither a token nor a certificate");
    }
    var expires = status.text("expirationTimestamp").flatMap(this::instant);
    return expires.map(credential::until).orElse(credential);
  }

  private Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      throw failed("its expirationTimestamp is no time");
    }
  }

  private Pem pem(String text) {
    return new Pem.Inline(
        text.getBytes(StandardCharsets.UTF_8), "what " + plugin.command() + " printed");
  }

  private LinkException failed(String words) {
    return new LinkException(new LinkFailure.PluginFailed(plugin.command(), words));
  }
}
