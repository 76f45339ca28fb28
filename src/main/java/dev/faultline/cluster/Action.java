package dev.faultline.cluster;

import dev.faultline.model.ResourceRef;

/**
 * A verb on a resource, as the API server's authorizer sees it.
 *
 * @param verb such as {@code patch}
 * @param ref the object; an empty name asks for any of its kind
 * @param subresource such as {@code log}; empty for the object itself
 */
public record Action(String verb, ResourceRef ref, String subresource) {

  public static Action on(String verb, ResourceRef ref) {
    return new Action(verb, ref, "");
  }
}
