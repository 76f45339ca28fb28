@org.jspecify.annotations.NullMarked
package dev.faultline.diff;
