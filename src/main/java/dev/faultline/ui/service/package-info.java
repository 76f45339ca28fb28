/** The page of one service: versions, configuration, pods, events, logs. */
@org.jspecify.annotations.NullMarked
package dev.faultline.ui.service;
