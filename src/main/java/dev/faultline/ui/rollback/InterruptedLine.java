package dev.faultline.ui.rollback;

import dev.faultline.rollback.runs.Interrupted;

/**
 * One rollback whose end nobody saw.
 *
 * @param sentence what its cluster says of it now
 */
public record InterruptedLine(Interrupted interrupted, String title, String sentence) {}
