/** The record of what was begun and how it ended, kept safe from a crash. */
@org.jspecify.annotations.NullMarked
package dev.faultline.rollback.journal;
