/**
 * Traffic read from real servers: Prometheus, Zipkin and Jaeger, started on loopback for the tests.
 * Tagged {@code traffic}; run by {@code mvn -Ptraffic test}.
 */
@org.jspecify.annotations.NullMarked
package dev.faultline.realtraffic;
