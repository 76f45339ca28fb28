/** The composition roots: constructors only. */
@org.jspecify.annotations.NullMarked
package dev.faultline.app;
