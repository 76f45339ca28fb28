package dev.faultline.app;

import dev.faultline.workspace.ContextLister;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A kubeconfig as people have it: some clusters answer, others say why not. */
final class ContextsOfATeam implements ContextLister {

  private static final List<Context> ALL =
      List.of(
          context(
              "prod-eu",
              "https://eu-west-1.k8s.example:6443",
              true,
              new State.Reachable(
                  "v1.36.3",
                  true,
                  List.of("reads all namespaces, may change shop"),
                  Duration.ofMillis(600))),
          context(
              "staging",
              "https://staging.k8s.example:6443",
              false,
              new State.Reachable(
                  "v1.36.1",
                  true,
                  List.of("reads all namespaces, may change shop"),
                  Duration.ofMillis(1100))),
          context(
              "build-farm",
              "https://build.k8s.example:6443",
              false,
              new State.Reachable(
                  "v1.35.4",
                  false,
                  List.of("may not read workloads of default"),
                  Duration.ofMillis(400))),
          context(
              "prod-us",
              "https://us-east-2.k8s.example:6443",
              false,
              new State.Unreachable(
                  "The cluster does not accept the credentials (401 Unauthorized); log in again,"
                      + " the token may have expired.")),
          context(
              "legacy",
              "https://10.2.0.9:6443",
              false,
              new State.Unreachable(
                  "The certificate of 10.2.0.9:6443 is not trusted (it is signed by old-ca, which"
                      + " is unknown here); check certificate-authority and tls-server-name in the"
                      + " kubeconfig.")),
          context(
              "arn:aws:eks:ap-southeast-2:123456789012:cluster/payments-and-settlement-production",
              "https://0A1B2C3D4E5F60718293A4B5C6D7E8F9.gr7.ap-southeast-2.eks.example:443",
              false,
              new State.Unreachable(
                  "The name 0A1B2C3D4E5F60718293A4B5C6D7E8F9.gr7.ap-southeast-2.eks.example is not"
                      + " known here; is the VPN up?")));

  @Override
  public Listing known(Optional<Path> kubeconfig) {
    return new Listing(ALL, List.of());
  }

  @Override
  public Listing test(Optional<Path> kubeconfig, Consumer<Context> onFound) {
    ALL.forEach(onFound);
    return known(kubeconfig);
  }

  private static Context context(String name, String server, boolean current, State state) {
    return new Context(name, server, current, name.startsWith("prod"), false, state);
  }
}
