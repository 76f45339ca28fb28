/** The records of the domain; they know nothing but themselves. */
@org.jspecify.annotations.NullMarked
package dev.faultline.model;
