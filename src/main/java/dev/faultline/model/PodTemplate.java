package dev.faultline.model;

import java.util.List;
import java.util.Map;

/**
 * What is kept at hand of a pod template; the whole stands in the workload's manifest.
 *
 * @param hash content hash without what controllers write into it: the identity of a revision
 */
public record PodTemplate(
    String hash,
    Version version,
    List<ContainerImage> images,
    List<Reference> references,
    Map<String, String> labels,
    Map<String, String> annotations) {

  public PodTemplate {
    images = List.copyOf(images);
    references = List.copyOf(references);
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
  }
}
