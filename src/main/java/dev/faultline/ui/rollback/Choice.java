package dev.faultline.ui.rollback;

/**
 * A version that may be chosen.
 *
 * @param revision its identity
 * @param label as people call it
 * @param facts what is known of it, on one line
 * @param proposed whether it is the last known good
 */
public record Choice(String revision, String label, String facts, boolean proposed) {}
