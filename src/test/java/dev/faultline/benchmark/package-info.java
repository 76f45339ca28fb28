/** Measurements that anybody can repeat; docs/benchmarks.md holds the figures. */
@org.jspecify.annotations.NullMarked
package dev.faultline.benchmark;
