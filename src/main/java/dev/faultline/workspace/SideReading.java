package dev.faultline.workspace;

import dev.faultline.model.Manifest;
import java.util.List;

/** The answer to reading one side of a comparison. */
public sealed interface SideReading {

  /** It is there: a service with what configures it, or what a file holds. */
  record Found(List<Manifest> manifests) implements SideReading {
    public Found {
      manifests = List.copyOf(manifests);
    }
  }

  /** It is not there any more, or never was: one sentence. */
  record Gone(String sentence) implements SideReading {}

  /** We may not read it: one sentence. */
  record Forbidden(String sentence) implements SideReading {}

  /** It could not be read or understood: one sentence. */
  record Failed(String sentence) implements SideReading {}
}
