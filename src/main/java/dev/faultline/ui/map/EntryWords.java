package dev.faultline.ui.map;

import dev.faultline.graph.Entry;
import dev.faultline.graph.layout.GroupId;
import dev.faultline.graph.layout.Groups;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.Redaction;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.json.JsonObject;
import dev.faultline.text.Messages;
import dev.faultline.workspace.ClusterPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What lets calls come to a service from elsewhere than another one, in words. */
final class EntryWords {

  private static final int MOST = 8;

  /** Where an Ingress names what is behind one of its paths. */
  private static final Pattern RULE =
      Pattern.compile("spec\\.rules\\[(\\d{1,6})]\\.http\\.paths\\[(\\d{1,6})]\\.backend");

  private static final Set<Kind> INGRESSES = Set.of(RoutingKinds.INGRESS, RoutingKinds.OLD_INGRESS);

  private final Messages messages;

  EntryWords(Messages messages) {
    this.messages = messages;
  }

  /** "Ingress shop/web, rule shop.example.org /", a line for each. */
  Inspection.Entries of(ClusterPicture cluster, ResourceRef service) {
    var ways =
        cluster.graph().entriesTo(service).stream()
            .collect(Collectors.partitioningBy(Entry::isFromOutside));
    return new Inspection.Entries(
        lines(cluster, ways.getOrDefault(true, List.of())),
        lines(cluster, ways.getOrDefault(false, List.of())));
  }

  private List<String> lines(ClusterPicture cluster, List<Entry> ways) {
    return few(ways.stream().map(one -> line(cluster, one)).distinct().toList());
  }

  /** Those of a group that are called from outside, by name; with the namespace, if it has many. */
  List<String> within(ClusterPicture cluster, Groups groups, GroupId group) {
    var graph = cluster.graph();
    var entered =
        graph.entries().keySet().stream()
            .filter(ref -> groups.of(ref).equals(group) && graph.isCalledFromOutside(ref))
            .filter(ref -> isOnTheMap(cluster, ref))
            .toList();
    boolean many = entered.stream().map(ResourceRef::namespace).distinct().count() > 1;
    return few(entered.stream().map(ref -> many ? ref.path() : ref.name()).toList());
  }

  /** A Service with nothing behind it is only there as the end of arrows. */
  private static boolean isOnTheMap(ClusterPicture cluster, ResourceRef ref) {
    return cluster.catalog().find(ref).isPresent() || !cluster.graph().dependentsOf(ref).isEmpty();
  }

  private List<String> few(List<String> all) {
    var lines = new ArrayList<String>();
    all.stream().limit(MOST).forEach(lines::add);
    if (all.size() > MOST) {
      lines.add(messages.say("map.evidence-more", all.size() - MOST));
    }
    return List.copyOf(lines);
  }

  private String line(ClusterPicture cluster, Entry entry) {
    if (entry.isExposed()) {
      return entry.describe();
    }
    var evidence = entry.evidence();
    var object = evidence.at().describe();
    return rule(cluster, evidence)
        .map(rule -> messages.say("map.entry-rule", object, rule))
        .orElseGet(() -> messages.say("map.entry-place", object, evidence.place()));
  }

  /**
   * The host and the path for which an Ingress leads there; a host of which it says none is "*".
   */
  private static Optional<String> rule(ClusterPicture cluster, Evidence evidence) {
    var place = RULE.matcher(evidence.place());
    if (!INGRESSES.contains(evidence.at().kind()) || !place.matches()) {
      return Optional.empty();
    }
    return cluster
        .state()
        .find(evidence.at(), OtherObject.class)
        .map(ingress -> ingress.manifest().read().spec())
        .flatMap(spec -> at(spec.objects("rules").toList(), place.group(1)))
        .map(
            rule ->
                rule.text("host").orElse("*")
                    + at(rule.object("http").objects("paths").toList(), place.group(2))
                        .flatMap(path -> path.text("path"))
                        .map(path -> " " + path)
                        .orElse(""))
        .map(Redaction::text);
  }

  private static Optional<JsonObject> at(List<JsonObject> all, String index) {
    int i = Integer.parseInt(index);
    return i < all.size() ? Optional.of(all.get(i)) : Optional.empty();
  }
}
