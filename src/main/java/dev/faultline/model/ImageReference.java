package dev.faultline.model;

import java.util.Optional;

/**
 * An image reference taken apart: {@code registry.local:5000/shop/payment:1.4.2@sha256:…}.
 *
 * @param repository registry and path as written, without tag and digest
 * @param digest with its algorithm, {@code sha256:…}
 */
public record ImageReference(String repository, Optional<String> tag, Optional<String> digest) {

  private static final int DIGITS_FOR_PEOPLE = 12;

  /** Reads any text; what is no reference has it all as its repository. */
  public static ImageReference parse(String text) {
    String rest = text.strip();
    int scheme = rest.indexOf("://");
    rest = scheme < 0 ? rest : rest.substring(scheme + 3);
    int at = rest.indexOf('@');
    Optional<String> digest = at < 0 ? Optional.empty() : notEmpty(rest.substring(at + 1));
    String named = at < 0 ? rest : rest.substring(0, at);
    int colon = named.lastIndexOf(':');
    // A colon before the last slash is the registry's port.
    boolean tagged = colon > named.lastIndexOf('/');
    Optional<String> tag = tagged ? notEmpty(named.substring(colon + 1)) : Optional.empty();
    return new ImageReference(tagged ? named.substring(0, colon) : named, tag, digest);
  }

  /** The repository's last part: {@code payment}. */
  public String name() {
    return repository.substring(repository.lastIndexOf('/') + 1);
  }

  /** The digest with twelve of its digits: enough for people. */
  public Optional<String> shortDigest() {
    return digest.map(
        whole -> {
          int end = whole.indexOf(':') + 1 + DIGITS_FOR_PEOPLE;
          return whole.substring(0, Math.min(whole.length(), end));
        });
  }

  private static Optional<String> notEmpty(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
