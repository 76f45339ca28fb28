/** Pure: what differs between two manifests or texts, noise left out, secrets hidden. */
@org.jspecify.annotations.NullMarked
package dev.faultline.diff;
