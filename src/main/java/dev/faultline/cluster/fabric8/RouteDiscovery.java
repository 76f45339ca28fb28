package dev.faultline.cluster.fabric8;

import dev.faultline.model.Kind;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds out which of the kinds that a cluster may lack it serves: one question for all groups, and
 * one more for each group that is there.
 */
final class RouteDiscovery {

  private final ApiLink link;

  RouteDiscovery(ApiLink link) {
    this.link = link;
  }

  /** Those that are served; none if the cluster does not tell. */
  List<Resource> find(Collection<Kind> wanted) {
    var found = new ArrayList<Resource>();
    var byGroup = new TreeMap<String, Set<Kind>>();
    for (Kind kind : wanted) {
      var known = Resources.known(kind);
      if (known.isPresent()) {
        found.add(known.get());
      } else {
        byGroup.computeIfAbsent(kind.group(), g -> new LinkedHashSet<>()).add(kind);
      }
    }
    if (!byGroup.isEmpty()) {
      var versions = versions();
      byGroup.forEach(
          (group, kinds) ->
              find(group, versions.getOrDefault(group, List.of()), kinds).forEach(found::add));
    }
    return found;
  }

  private List<Resource> find(String group, List<String> versions, Set<Kind> kinds) {
    var left = new LinkedHashSet<>(kinds);
    var found = new ArrayList<Resource>();
    for (String version : versions) {
      if (left.isEmpty()) {
        break;
      }
      ask("/apis/" + Resource.encode(group) + "/" + Resource.encode(version))
          .ifPresent(
              list ->
                  left.removeIf(
                      kind -> {
                        var resource = Resources.pick(list, kind, version);
                        resource.ifPresent(found::add);
                        return resource.isPresent();
                      }));
    }
    return found;
  }

  private Map<String, List<String>> versions() {
    var versions = new LinkedHashMap<String, List<String>>();
    ask("/apis")
        .ifPresent(
            all ->
                all.objects("groups")
                    .forEach(
                        group ->
                            versions.put(
                                group.text("name").orElse(""), Resources.versions(group))));
    return versions;
  }

  /** What can't be asked is not there: nobody depends on it. */
  private Optional<JsonObject> ask(String path) {
    try {
      return Optional.of(link.read(ApiRequest.get(path), ApiResponse::json));
    } catch (LinkException e) {
      return Optional.empty();
    }
  }
}
