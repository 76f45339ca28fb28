package dev.faultline.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One entry of {@code managedFields}, without the fields themselves.
 *
 * @param touchesTemplate whether it set anything below {@code spec.template}
 * @param subresource such as {@code status}; empty for the object itself
 */
public record FieldManager(
    String name,
    String operation,
    Optional<Instant> time,
    String subresource,
    boolean touchesTemplate) {}
