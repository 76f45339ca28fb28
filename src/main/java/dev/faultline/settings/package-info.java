/** What the user set, the file it stands in, and where the user's files lie. */
@org.jspecify.annotations.NullMarked
package dev.faultline.settings;
