@org.jspecify.annotations.NullMarked
package dev.faultline.graph.layout;
