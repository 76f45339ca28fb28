/** Choosing what to link to: contexts, the demo, a folder of manifests. */
@org.jspecify.annotations.NullMarked
package dev.faultline.ui.connect;
