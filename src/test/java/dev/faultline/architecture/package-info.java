/** Keeps the packages apart: who may use whom, and the rules of the house. */
@org.jspecify.annotations.NullMarked
package dev.faultline.architecture;
