package dev.faultline.ui.rollback;

import dev.faultline.model.Health;

/**
 * Somebody who is hurt, or helped.
 *
 * @param words how it hangs on the service, and how it does
 */
public record AffectedLine(String name, Health.Status health, String words) {}
