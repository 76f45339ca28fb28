/**
 * Turns one manifest, from whatever source, into the record that the state keeps. Nothing in a
 * manifest is taken for granted: what is absent or of another type reads as empty.
 */
@NullMarked
package dev.faultline.cluster.intake;

import org.jspecify.annotations.NullMarked;
