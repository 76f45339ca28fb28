package dev.faultline.cluster.fabric8;

import java.time.Duration;

/** Why an API server could not be asked. Each has a sentence: what happened, and what to do. */
public sealed interface LinkFailure {

  /** One sentence for people, without secrets. */
  String sentence();

  /** The kubeconfig itself is at fault. */
  record BadContext(String sentence) implements LinkFailure {}

  /** No address for the host's name. */
  record NameNotResolved(String host) implements LinkFailure {
    @Override
    public String sentence() {
      return "The name "
          + host
          + " can't be resolved; check the server's name in the kubeconfig and the network or VPN.";
    }
  }

  /** Nobody listens there. */
  record Refused(String address) implements LinkFailure {
    @Override
    public String sentence() {
      return "Nothing answers at "
          + address
          + " (connection refused); check that the cluster is up and the port is right.";
    }
  }

  /** Silence. */
  record TimedOut(String address, Duration after) implements LinkFailure {
    @Override
    public String sentence() {
      return "No answer from "
          + address
          + " within "
          + after.toMillis() / 1000.0
          + " s; check the network, VPN or proxy.";
    }
  }

  /** It is not the server that the kubeconfig means, or the wrong authority is given. */
  record NotTrusted(String address, String reason) implements LinkFailure {
    @Override
    public String sentence() {
      return "The certificate of "
          + address
          + " is not trusted ("
          + reason
          + "); check certificate-authority and tls-server-name in the kubeconfig.";
    }
  }

  /** The credentials are refused: expired, revoked or wrong. */
  record Unauthorised(String reason) implements LinkFailure {
    @Override
    public String sentence() {
      return "The cluster does not accept the credentials ("
          + reason
          + "); log in again, the token may have expired.";
    }
  }

  /** The credentials plugin is not installed where we can find it. */
  record PluginMissing(String command, String hint) implements LinkFailure {
    @Override
    public String sentence() {
      return "The credentials plugin "
          + command
          + " was found neither on the PATH nor on that of the login shell"
          + (hint.isEmpty() ? "; install it." : ": " + hint);
    }
  }

  /** The credentials plugin did not give any, in its own words. */
  record PluginFailed(String command, String words) implements LinkFailure {
    @Override
    public String sentence() {
      return "The credentials plugin " + command + " failed: " + words;
    }
  }

  /** We are known, but may not do this. */
  record Forbidden(String reason) implements LinkFailure {
    @Override
    public String sentence() {
      return "The cluster forbids it: " + reason;
    }
  }

  /** It answered with an error of its own. */
  record ServerError(int status, String reason) implements LinkFailure {
    @Override
    public String sentence() {
      return "The cluster answered with status " + status + ": " + reason;
    }
  }

  /** The link broke in another way. */
  record Broken(String address, String reason) implements LinkFailure {
    @Override
    public String sentence() {
      return "The link to " + address + " broke: " + reason;
    }
  }
}
