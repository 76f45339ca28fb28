/** Tests of folders of manifests, as people leave them behind. */
@org.jspecify.annotations.NullMarked
package dev.faultline.cluster.manifests;
