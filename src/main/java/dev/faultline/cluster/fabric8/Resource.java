package dev.faultline.cluster.fabric8;

import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Under which path an API server serves a kind.
 *
 * @param labels a label selector of what is wanted of it; empty for all
 * @param values of Secrets, whether their values are wanted; they are not unless the user says so
 */
record Resource(
    Kind kind, String version, String plural, boolean namespaced, String labels, boolean values) {

  /** Helm keeps each release in a Secret of up to a megabyte, which names no Service. */
  private static final String BUT_RELEASES = "type!=helm.sh/release.v1";

  Resource(Kind kind, String version, String plural, boolean namespaced) {
    this(kind, version, plural, namespaced, "", false);
  }

  /** The same, but of its objects only those with such labels. */
  Resource selecting(String selector) {
    return new Resource(kind, version, plural, namespaced, selector, values);
  }

  /** The same with all its values, where it is a Secret. */
  Resource withValues() {
    return new Resource(kind, version, plural, namespaced, labels, kind.equals(Kind.SECRET));
  }

  /** Whether of its objects no more than metadata is wanted. */
  boolean metadataAlone() {
    return kind.equals(Kind.SECRET) && !values;
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
    var selectors = selectors();
    return path(namespace) + (selectors.isEmpty() ? "" : "?" + String.join("&", selectors));
  }

  /** What of it is wanted, each fit for a query. */
  List<String> selectors() {
    var selectors = new ArrayList<String>();
    if (!labels.isEmpty()) {
      selectors.add("labelSelector=" + encode(labels));
    }
    if (values) {
      selectors.add("fieldSelector=" + encode(BUT_RELEASES));
    }
    return selectors;
  }

  /** One object. */
  String path(ResourceRef ref) {
    return path(ref.namespace()) + "/" + encode(ref.name());
  }

  static String encode(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
