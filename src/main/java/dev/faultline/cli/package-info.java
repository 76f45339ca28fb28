/** The command line: one verb a class, text for people and JSON for programs. */
@org.jspecify.annotations.NullMarked
package dev.faultline.cli;
