package dev.faultline.cluster.fabric8;

import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Under which path an API server serves a kind.
 *
 * @param labels a label selector of what is wanted of it; empty for all
 */
record Resource(Kind kind, String version, String plural, boolean namespaced, String labels) {

  Resource(Kind kind, String version, String plural, boolean namespaced) {
    this(kind, version, plural, namespaced, "");
  }

  /** The same, but of its objects only those with such labels. */
  Resource selecting(String selector) {
    return new Resource(kind, version, plural, namespaced, selector);
  }

  String apiVersion() {
    return kind.group().isEmpty() ? version : kind.group() + "/" + version;
  }

  /** All objects of a namespace, or of the whole cluster if it is empty. */
  String path(String namespace) {
    var root = kind.group().isEmpty() ? "/api/" : "/apis/";
    var within = namespaced && !namespace.isEmpty() ? "/namespaces/" + encode(namespace) : "";
    return root + apiVersion() + within + "/" + plural;
  }

  /** All that is wanted of a namespace, or of the whole cluster. */
  String listPath(String namespace) {
    return path(namespace) + (labels.isEmpty() ? "" : "?labelSelector=" + encode(labels));
  }

  /** One object. */
  String path(ResourceRef ref) {
    return path(ref.namespace()) + "/" + encode(ref.name());
  }

  static String encode(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
