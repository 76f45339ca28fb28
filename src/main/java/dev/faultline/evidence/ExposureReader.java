package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.NamedHost;
import dev.faultline.model.Strength;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads which Services let calls in from outside the cluster by themselves: through a load
 * balancer, a port of every node, or addresses outside that lead to the nodes. Ports of the host
 * that pods take are left out, as those are agents of the node.
 */
final class ExposureReader implements EvidenceReader {

  private static final String LOAD_BALANCER = "LoadBalancer";
  private static final String NODE_PORT = "NodePort";

  /** Of more ports, or addresses, only how many more is told. */
  private static final int MOST = 4;

  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  private static final String AWS_SCHEME = "service.beta.kubernetes.io/aws-load-balancer-scheme";

  /** Of old it says so by any value but this, such as the addresses that may call. */
  private static final String AWS_INTERNAL =
      "service.beta.kubernetes.io/aws-load-balancer-internal";

  /** What makes a load balancer internal at other clouds. */
  private static final Map<String, String> INTERNAL =
      Map.of(
          "service.beta.kubernetes.io/azure-load-balancer-internal", "true",
          "networking.gke.io/load-balancer-type", "internal",
          "cloud.google.com/load-balancer-type", "internal");

  @Override
  public Stream<Evidence> read(ClusterId cluster, Manifest manifest) {
    if (!manifest.kind().equals(Kind.SERVICE)) {
      return Stream.empty();
    }
    return exposure(manifest).stream()
        .map(
            words -> {
              var at = manifest.ref(cluster);
              var host =
                  new NamedHost(at.name() + "." + at.namespace(), port(manifest), Optional.empty());
              return new Referral(EvidenceSort.EXPOSED, at).evidence(words, host, Strength.FIRM);
            });
  }

  /** "of type NodePort, port 80, nodePort 30080"; empty if it is reached from inside only. */
  private static Optional<String> exposure(Manifest manifest) {
    var spec = manifest.spec();
    var type = spec.text("type").orElse("");
    boolean byType = Set.of(LOAD_BALANCER, NODE_PORT).contains(type);
    var addresses = leadsToNodes(spec, type) ? addresses(spec) : List.<String>of();
    if (!byType && addresses.isEmpty()) {
      return Optional.empty();
    }
    var parts = new ArrayList<String>();
    parts.add(byType ? "of type " + type : "");
    parts.add(told("port", spec.objects("ports").flatMap(ExposureReader::port).toList()));
    if (type.equals(NODE_PORT)) {
      parts.add(told("nodePort", numbers(spec, "nodePort")));
    }
    parts.add(told("external IP", addresses));
    parts.add(type.equals(LOAD_BALANCER) && isInternal(manifest) ? "internal load balancer" : "");
    parts.removeIf(String::isEmpty);
    return Optional.of((byType ? "" : "with ") + String.join(", ", parts));
  }

  /** What no node answers for has no addresses outside either. */
  private static boolean leadsToNodes(JsonObject spec, String type) {
    return !type.equals("ExternalName") && !spec.text("clusterIP").orElse("").equals("None");
  }

  private static List<String> addresses(JsonObject spec) {
    return spec.array("externalIPs").texts().stream()
        .filter(address -> ADDRESS.matcher(address).matches())
        .toList();
  }

  private static boolean isInternal(Manifest manifest) {
    var annotations = manifest.annotations();
    var scheme = annotations.getOrDefault(AWS_SCHEME, "");
    var old = annotations.getOrDefault(AWS_INTERNAL, "");
    return scheme.equals("internal")
        || (scheme.isEmpty() && !old.isEmpty() && !old.equals("false"))
        || INTERNAL.entrySet().stream()
            .anyMatch(
                one -> one.getValue().equalsIgnoreCase(annotations.getOrDefault(one.getKey(), "")));
  }

  /** The port, if there is just one. */
  private static OptionalInt port(Manifest manifest) {
    var ports = manifest.spec().objects("ports").limit(2).toList();
    return ports.size() == 1 ? Referral.port(ports.getFirst(), "port") : OptionalInt.empty();
  }

  /** "443", "53/UDP". */
  private static Stream<String> port(JsonObject port) {
    var protocol =
        port.text("protocol")
            .filter(other -> Set.of("UDP", "SCTP").contains(other))
            .map(p -> "/" + p);
    return Referral.port(port, "port").stream().mapToObj(one -> one + protocol.orElse(""));
  }

  private static List<String> numbers(JsonObject spec, String member) {
    return spec.objects("ports")
        .flatMap(port -> Referral.port(port, member).stream().mapToObj(Objects::toString))
        .toList();
  }

  private static String told(String what, List<String> all) {
    if (all.isEmpty()) {
      return "";
    }
    var few = String.join(", ", all.stream().limit(MOST).toList());
    return what
        + (all.size() > 1 ? "s " : " ")
        + few
        + (all.size() > MOST ? " and " + (all.size() - MOST) + " more" : "");
  }
}
