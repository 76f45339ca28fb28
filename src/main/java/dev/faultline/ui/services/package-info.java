/** All services in one table. */
@org.jspecify.annotations.NullMarked
package dev.faultline.ui.services;
