package dev.faultline.model;

import java.util.Optional;
import org.semver4j.Semver;

/** The version of a revision, as its makers wrote it. Only semantic versions have an order. */
public sealed interface Version {

  /** Longer text is not a version that a person wrote. */
  int LONGEST = 256;

  /** As it was written. */
  String text();

  /** Where it was found. */
  Source source();

  /** Where a version can be found; the first that is there counts. */
  enum Source {
    ANNOTATION,
    VERSION_LABEL,
    APP_VERSION_LABEL,
    HELM,
    IMAGE_TAG,
    DIGEST,
    NONE
  }

  /** A version by semver 2.0.0, a leading {@code v} allowed. */
  record Semantic(String text, Source source, Semver semver) implements Version {}

  /** Any other name of a version, for instance {@code latest} or a commit. */
  record Tag(String text, Source source) implements Version {}

  /** A digest alone, shortened for people. */
  record Digest(String text) implements Version {
    @Override
    public Source source() {
      return Source.DIGEST;
    }
  }

  /** Nothing tells the version. */
  record Unknown() implements Version {
    @Override
    public String text() {
      return "unknown";
    }

    @Override
    public Source source() {
      return Source.NONE;
    }
  }

  /** Reads a version: semantic if semver 2.0.0 accepts it whole, else a tag. */
  static Version parse(String text, Source source) {
    String bare = text.startsWith("v") ? text.substring(1) : text;
    // The library would take off a v of its own (vv1.4.2 is no version), and its patterns recurse.
    boolean fit = !bare.isEmpty() && bare.length() <= LONGEST && Character.isDigit(bare.charAt(0));
    return Optional.ofNullable(fit ? Semver.parse(bare) : null)
        .<Version>map(semver -> new Semantic(text, source, semver))
        .orElseGet(() -> new Tag(text, source));
  }

  /**
   * Precedence by semver 2.0.0 (build metadata does not count); empty unless both are semantic, as
   * other tags have no order.
   */
  static Optional<Integer> compare(Version a, Version b) {
    if (a instanceof Semantic left && b instanceof Semantic right) {
      return Optional.of(Integer.signum(left.semver().compareTo(right.semver())));
    }
    return Optional.empty();
  }
}
