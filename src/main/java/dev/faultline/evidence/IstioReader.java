package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.json.JsonObject;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Reads which hosts the objects of Istio name: destinations and mirrors of a VirtualService, the
 * host of a DestinationRule with its subsets, the hosts of a ServiceEntry, and what a Sidecar lets
 * out.
 */
final class IstioReader implements EvidenceReader {

  private static final List<String> PROTOCOLS = List.of("http", "tls", "tcp");

  @Override
  public Stream<Evidence> read(ClusterId cluster, Manifest manifest) {
    Kind kind = manifest.kind();
    if (!kind.group().equals(RoutingKinds.ISTIO)) {
      return Stream.empty();
    }
    var referral = new Referral(EvidenceSort.ISTIO, manifest.ref(cluster));
    var spec = manifest.spec();
    if (kind.equals(RoutingKinds.VIRTUAL_SERVICE)) {
      return PROTOCOLS.stream()
          .flatMap(
              protocol ->
                  Referral.each(
                      "spec", spec, protocol, (place, rule) -> rule(referral, place, rule)));
    }
    if (kind.equals(RoutingKinds.DESTINATION_RULE)) {
      return destinationRule(referral, spec);
    }
    if (kind.equals(RoutingKinds.SERVICE_ENTRY)) {
      return hosts(referral, "spec.hosts", spec.array("hosts").texts());
    }
    return kind.equals(RoutingKinds.SIDECAR)
        ? Referral.each(
            "spec",
            spec,
            "egress",
            (place, egress) ->
                hosts(
                    referral,
                    place + ".hosts",
                    egress.array("hosts").texts().stream().map(IstioReader::letOut).toList()))
        : Stream.empty();
  }

  private static Stream<Evidence> rule(Referral referral, String place, JsonObject rule) {
    return Stream.of(
            Referral.each(
                place,
                rule,
                "route",
                (at, route) -> destination(referral, at + ".destination", route)),
            host(referral, place + ".mirror", rule.object("mirror")),
            Referral.each(
                place,
                rule,
                "mirrors",
                (at, mirror) -> host(referral, at + ".destination", mirror.object("destination"))))
        .flatMap(found -> found);
  }

  private static Stream<Evidence> destination(Referral referral, String place, JsonObject route) {
    var found = host(referral, place, route.object("destination"));
    var weight = route.number("weight");
    return weight.isPresent() && weight.getAsLong() == 0
        ? found.map(one -> one.weakenedBecause(Doubt.NO_SHARE))
        : found;
  }

  private static Stream<Evidence> host(Referral referral, String place, JsonObject destination) {
    var subset = destination.text("subset").map(name -> " (subset " + name + ")").orElse("");
    return destination.text("host").stream()
        .flatMap(
            host ->
                referral.host(place + subset, host, Referral.port(destination, "port", "number")));
  }

  private static Stream<Evidence> destinationRule(Referral referral, JsonObject spec) {
    var subsets =
        spec.objects("subsets").flatMap(subset -> subset.text("name").stream()).limit(20).toList();
    var place = subsets.isEmpty() ? "spec.host" : "spec.host (subsets " + subsets + ")";
    return spec.text("host").stream()
        .flatMap(host -> referral.host(place, host, OptionalInt.empty()));
  }

  private static Stream<Evidence> hosts(Referral referral, String place, List<String> hosts) {
    return hosts.stream()
        .limit(1_000)
        .flatMap(host -> referral.host(place, host, OptionalInt.empty()));
  }

  /** {@code namespace/host}; with {@code .} for its own, and stars that name nothing. */
  private static String letOut(String written) {
    int slash = written.indexOf('/');
    var namespace = slash < 0 ? "" : written.substring(0, slash);
    var host = written.substring(slash + 1);
    boolean placed = !namespace.isEmpty() && !namespace.equals(".") && !namespace.equals("*");
    return placed && !host.contains(".") ? host + "." + namespace : host;
  }
}
