/** Shows that the checks of the build really check. */
@org.jspecify.annotations.NullMarked
package dev.faultline.build;
