package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Kind;
import dev.faultline.model.KubernetesService;
import dev.faultline.model.NamedHost;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.traffic.TrafficPeer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a peer of traffic is in this cluster. Names of spans are matched by the mapping of the
 * user first, as it corrects all else; then by what their resource says of Kubernetes; then by
 * name, and by the labels that name an application. What fits nothing, or more than one thing,
 * stays unmatched: no edge is guessed.
 */
final class PeerMatcher {

  private static final List<String> NAME_LABELS =
      List.of("app.kubernetes.io/name", "app.kubernetes.io/instance", "app", "k8s-app");

  /** The attributes that name a workload and its kind, in the order in which they decide. */
  private static final Map<String, String> WORKLOAD_ATTRIBUTES = workloadAttributes();

  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9_-]{1,63}(\\.[A-Za-z0-9_-]{1,63}){0,20}");
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*:.*");

  private final WorkloadNames workloads;
  private final ServiceIndex services;
  private final HostResolver hosts;
  private final Map<String, List<KubernetesService>> servicesByName;
  private final Map<String, String> mapping;

  /**
   * @param mapping names of spans to {@code namespace/name}
   */
  PeerMatcher(ClusterState state, List<Runner> runners, Map<String, String> mapping) {
    this.workloads = new WorkloadNames(runners);
    this.services = new ServiceIndex(state, runners);
    this.hosts = new HostResolver(state, services);
    this.servicesByName =
        state
            .all(Kind.SERVICE, KubernetesService.class)
            .collect(Collectors.groupingBy(service -> service.ref().name()));
    this.mapping = mapping;
  }

  /** Names by which exactly one workload goes: of them a source need not find out more. */
  Set<String> plainNames() {
    var plain = new HashSet<>(mapping.keySet());
    Stream.concat(
            workloads.all().map(runner -> runner.ref().name()), servicesByName.keySet().stream())
        .distinct()
        .filter(name -> byName(name) instanceof Peer.Inside)
        .forEach(plain::add);
    return plain;
  }

  /**
   * @param namespace of the other end, for hosts that are relative to it
   */
  Peer find(TrafficPeer peer, String namespace) {
    return switch (peer) {
      case TrafficPeer.OfWorkload workload -> workload(workload);
      case TrafficPeer.OfService service ->
          services
              .find(service.namespace(), service.name())
              .map(this::behind)
              .orElseGet(() -> new Peer.Unmatched(peer, "is no Service here"));
      case TrafficPeer.OfHost host -> host(host, namespace);
      case TrafficPeer.OfSpans spans -> spans(spans);
      case TrafficPeer.Unseen unseen -> unseen(unseen, namespace);
    };
  }

  private Peer workload(TrafficPeer.OfWorkload peer) {
    return single(
        peer, workloads.find(peer.namespace(), peer.name(), peer.kind()), "is no workload here");
  }

  private Peer host(TrafficPeer.OfHost peer, String namespace) {
    if (ADDRESS.matcher(peer.host()).matches()) {
      return new Peer.Unmatched(peer, "is an address, which is not followed");
    }
    if (!HOST.matcher(peer.host()).matches()) {
      return new Peer.Unmatched(peer, "is no host");
    }
    // It was called, so it is the whole name of a host: as good as written with a scheme.
    var called =
        new NamedHost(
            peer.host().toLowerCase(Locale.ROOT), OptionalInt.empty(), Optional.of("tcp"));
    return switch (hosts.resolve(called, namespace)) {
      case Destination.Inside inside -> behind(inside);
      case Destination.Selected selected -> new Peer.Inside(selected.behind(), List.of());
      case Destination.Operated operated -> new Peer.Bare(operated, operated.resource());
      case Destination.Outside outside -> new Peer.Outside(outside.host());
      case Destination.Nowhere ignored -> new Peer.Unmatched(peer, "is no host that is known here");
    };
  }

  private Peer spans(TrafficPeer.OfSpans peer) {
    return mapped(peer.name(), peer)
        .or(() -> byAttributes(peer))
        .orElseGet(() -> byName(peer.name()));
  }

  /** A store is found by its name; any other workload of that name may be a chance. */
  private Peer unseen(TrafficPeer.Unseen peer, String namespace) {
    var mapped = mapped(peer.name(), peer);
    if (mapped.isPresent()) {
      return mapped.get();
    }
    if (peer.name().contains(".")) {
      return host(new TrafficPeer.OfHost(peer.name()), namespace);
    }
    return byName(peer.name()) instanceof Peer.Inside inside
            && inside.runners().stream().allMatch(PeerMatcher::stores)
        ? inside
        : new Peer.Unmatched(peer, "sends no spans, and no store here is called so");
  }

  private static boolean stores(Runner runner) {
    var runs = EdgeClassifier.toWorkload(runner, runner, List.of());
    return runs == EdgeClass.STORE || runs == EdgeClass.MESSAGING;
  }

  private Optional<Peer> mapped(String name, TrafficPeer peer) {
    return Optional.ofNullable(mapping.get(name))
        .map(
            target -> {
              int slash = target.indexOf('/');
              var found =
                  slash < 0
                      ? workloads.named(target)
                      : workloads.find(
                          target.substring(0, slash),
                          target.substring(slash + 1),
                          Optional.empty());
              return single(
                  peer, found, "is mapped to " + target + " in the settings, which is not here");
            });
  }

  private Optional<Peer> byAttributes(TrafficPeer.OfSpans peer) {
    var attributes = peer.attributes();
    var namespace = attributes.get("k8s.namespace.name");
    return WORKLOAD_ATTRIBUTES.entrySet().stream()
        .filter(attribute -> attributes.containsKey(attribute.getKey()))
        .map(
            attribute ->
                workload(namespace, attributes.get(attribute.getKey()), attribute.getValue()))
        .filter(found -> found.size() == 1)
        .findFirst()
        .or(
            () ->
                Optional.ofNullable(namespace)
                    .map(in -> workloads.find(in, peer.name(), Optional.empty()))
                    .filter(found -> found.size() == 1))
        .map(found -> new Peer.Inside(found, List.of()));
  }

  private List<Runner> workload(@Nullable String namespace, @Nullable String name, String kind) {
    if (name == null) {
      return List.of();
    }
    return namespace == null
        ? workloads.named(name)
        : workloads.find(namespace, name, Optional.of(kind));
  }

  private static Map<String, String> workloadAttributes() {
    var kinds = new LinkedHashMap<String, String>();
    for (String kind :
        List.of("Deployment", "StatefulSet", "DaemonSet", "CronJob", "Job", "ReplicaSet", "Pod")) {
      kinds.put("k8s." + kind.toLowerCase(Locale.ROOT) + ".name", kind);
    }
    return kinds;
  }

  /** By name, {@code name.namespace} or {@code namespace/name}; then by Service; then by label. */
  private Peer byName(String written) {
    var peer = TrafficPeer.OfSpans.named(written);
    var name = written.toLowerCase(Locale.ROOT);
    var found = workloads.named(name);
    if (found.isEmpty()) {
      found = workloads.qualified(name);
    }
    if (!found.isEmpty()) {
      return single(peer, found, "");
    }
    var named = servicesByName.getOrDefault(name, List.of());
    if (named.size() == 1) {
      return behind(named.getFirst());
    }
    if (named.size() > 1) {
      return new Peer.Unmatched(peer, "is a Service in several namespaces");
    }
    return single(
        peer,
        NAME_LABELS.stream()
            .map(label -> workloads.labelled(label, name))
            .filter(some -> !some.isEmpty())
            .findFirst()
            .orElse(List.of()),
        "is no workload here");
  }

  private static Peer single(TrafficPeer peer, List<Runner> found, String otherwise) {
    return switch (found.size()) {
      case 0 -> new Peer.Unmatched(peer, otherwise);
      case 1 -> new Peer.Inside(found, List.of());
      default ->
          new Peer.Unmatched(
              peer,
              "may be any of "
                  + String.join(
                      ", ", found.stream().map(Runner::ref).map(ResourceRef::describe).toList()));
    };
  }

  private Peer behind(KubernetesService service) {
    return behind(new Destination.Inside(service, services.behind(service)));
  }

  private static Peer behind(Destination.Inside inside) {
    var ref = inside.service().ref();
    return inside.behind().isEmpty()
        ? new Peer.Bare(inside, ref)
        : new Peer.Inside(inside.behind(), List.of(ref));
  }
}
