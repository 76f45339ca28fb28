/** JSON patches that change only what differs, and their forms for people, with secrets hidden. */
@org.jspecify.annotations.NullMarked
package dev.faultline.rollback.patch;
