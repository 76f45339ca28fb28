package dev.faultline.cluster.fabric8;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who we are to an API server. Prints as its name alone, as all else may be secret. */
record KubeUser(
    String name,
    Optional<String> token,
    Optional<Path> tokenFile,
    Optional<Pem> certificate,
    Optional<Pem> key,
    Optional<Login> login,
    Optional<ExecPlugin> exec,
    Optional<String> authProvider,
    Impersonation impersonation) {

  static final KubeUser NOBODY =
      new KubeUser(
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Impersonation.NONE);

  /** A name and a password, as some old clusters take them. */
  record Login(String name, String password) {
    @Override
    public String toString() {
      return "Login";
    }
  }

  /** Whom to act as. */
  record Impersonation(
      String user, String uid, List<String> groups, Map<String, List<String>> extra) {
    static final Impersonation NONE = new Impersonation("", "", List.of(), Map.of());
  }

  @Override
  public String toString() {
    return "KubeUser[" + name + "]";
  }
}
