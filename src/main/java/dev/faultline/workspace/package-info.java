/** What is linked at the moment, for the window and the command line: ports to open, pictures. */
@org.jspecify.annotations.NullMarked
package dev.faultline.workspace;
