/** A folder of manifests as a source of state: what would run, without knowing how it does. */
@org.jspecify.annotations.NullMarked
package dev.faultline.cluster.manifests;
