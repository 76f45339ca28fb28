/** Pure: small readers that find what a manifest or a setting names. */
@org.jspecify.annotations.NullMarked
package dev.faultline.evidence;
