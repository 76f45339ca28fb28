package dev.faultline.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A host as somebody wrote it, before it is known whether anything answers to it.
 *
 * @param host lower case, without trailing dot
 */
public record NamedHost(String host, OptionalInt port, Optional<String> scheme) {}
