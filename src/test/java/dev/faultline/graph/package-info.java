/** Tests of the graph, and the measure of how good it is. */
@org.jspecify.annotations.NullMarked
package dev.faultline.graph;
