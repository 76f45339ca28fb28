/** How text reaches a terminal. */
@org.jspecify.annotations.NullMarked
package dev.faultline.cli.text;
