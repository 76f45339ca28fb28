/** Pure: evidence becomes dependencies between workloads, and questions to their graph. */
@org.jspecify.annotations.NullMarked
package dev.faultline.graph;
