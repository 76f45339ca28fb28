/** Text that a person likes to read: tables, colour where it helps, nothing hostile. */
@org.jspecify.annotations.NullMarked
package dev.faultline.cli.text;
