/** Taking a service back: confirmation, progress, the journal, what was interrupted. */
@org.jspecify.annotations.NullMarked
package dev.faultline.ui.rollback;
