/** The diff screen: what differs between two revisions, live services or files. */
@org.jspecify.annotations.NullMarked
package dev.faultline.ui.diff;
