/** A live cluster behind the ports; the only place that knows the Kubernetes client library. */
@org.jspecify.annotations.NullMarked
package dev.faultline.cluster.fabric8;
