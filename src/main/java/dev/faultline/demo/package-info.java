/**
 * A cluster in memory behind both ports, with simulated controllers and an incident to practise on.
 */
@org.jspecify.annotations.NullMarked
package dev.faultline.demo;
