/** Tests of the readers, each trap with its text. */
@org.jspecify.annotations.NullMarked
package dev.faultline.evidence;
