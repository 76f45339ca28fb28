/** What an engineer sees of the command line. */
@org.jspecify.annotations.NullMarked
package dev.faultline.cli;
