/** What is asked before a rollback is offered; one class a question. */
@org.jspecify.annotations.NullMarked
package dev.faultline.rollback.check;
