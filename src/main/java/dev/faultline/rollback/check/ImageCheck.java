package dev.faultline.rollback.check;

import dev.faultline.model.ContainerImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Do the target's images still mean what they meant when it ran? */
record ImageCheck() implements Check {

  private static final Set<String> MOVING_TAGS =
      Set.of(
          "latest",
          "stable",
          "edge",
          "main",
          "master",
          "develop",
          "dev",
          "nightly",
          "snapshot",
          "prod",
          "production",
          "staging",
          "release",
          "current",
          "next");

  @Override
  public String name() {
    return "images";
  }

  @Override
  public CheckOutcome run(CheckContext context) {
    var target = context.plan().target();
    var mutable = target.images().stream().filter(image -> isMutable(image.image())).toList();
    var ran =
        target.digests().isEmpty()
            ? "No pod is left to tell which digest really ran."
            : "What really ran: " + String.join(", ", target.digests()) + ".";
    if (mutable.isEmpty()) {
      return new CheckOutcome.Passed(List.of("All images have tags that name one version.", ran));
    }
    var evidence = new ArrayList<String>();
    for (ContainerImage image : mutable) {
      evidence.add(
          "%s of container %s may mean another image by now: its tag is moved from release to release."
              .formatted(image.image(), image.container()));
    }
    evidence.add(ran);
    return new CheckOutcome.Warned(evidence);
  }

  /** No digest, and a tag that people move; no tag means {@code latest}. */
  static boolean isMutable(String image) {
    if (image.contains("@")) {
      return false;
    }
    var name = image.substring(image.lastIndexOf('/') + 1);
    int colon = name.indexOf(':');
    return colon < 0
        || MOVING_TAGS.contains(name.substring(colon + 1).toLowerCase(java.util.Locale.ROOT));
  }
}
