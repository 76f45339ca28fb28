package dev.faultline.cluster.fabric8;

import dev.faultline.model.json.JsonObject;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Where credentials come from; some must be renewed while we are linked.
 *
 * <p>Both methods may block (a plugin may ask a person to log in) and throw {@link LinkException}.
 */
interface Credentials {

  /** What to show now. */
  Credential current();

  /**
   * What to show instead of an {@code Authorization} that the cluster refused; the same if there is
   * no other. Of many requests refused together only the first causes a renewal.
   */
  Credential insteadOf(Optional<String> refused);

  /** Those of a context's user. */
  static Credentials of(KubeContext context, ExecRunner runner, InstantSource clock) {
    var user = context.user();
    if (user.tokenFile().isPresent()) {
      return new TokenFile(user.tokenFile().get(), base(user), clock);
    }
    if (user.token().isPresent() || user.login().isPresent()) {
      return new Unchanging(base(user));
    }
    if (user.exec().isPresent()) {
      var plugin = user.exec().get();
      var cluster = plugin.provideClusterInfo() ? context.cluster().forPlugin() : JsonObject.EMPTY;
      return new ExecCredentials(plugin, cluster, runner, clock);
    }
    if (user.authProvider().isPresent() && user.certificate().isEmpty()) {
      throw new LinkException(
          new LinkFailure.BadContext(
              "The user "
                  + user.name()
                  + " uses auth-provider "
                  + user.authProvider().get()
                  + ", which Kubernetes no longer supports; use an exec plugin instead."));
    }
    return new Unchanging(base(user));
  }

  private static Credential base(KubeUser user) {
    var credential = Credential.NONE;
    if (user.certificate().isPresent() && user.key().isPresent()) {
      credential = credential.withCertificate(user.certificate().get(), user.key().get());
    }
    if (user.token().isPresent()) {
      return credential.withAuthorization("Bearer " + user.token().get().strip());
    }
    if (user.login().isPresent()) {
      var login = Credential.basic(user.login().get());
      return credential.withAuthorization(login.authorization().orElseThrow());
    }
    return credential;
  }

  /** Credentials written into the kubeconfig itself. */
  record Unchanging(Credential current) implements Credentials {
    @Override
    public Credential insteadOf(Optional<String> refused) {
      return current;
    }
  }
}
