package dev.faultline.ui.map;

import dev.faultline.model.Revision;
import dev.faultline.model.Service;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The service that fails while all it needs is well.
 *
 * @param since since when it is not available, if its controller says so
 * @param dependents who needs it directly
 * @param before the revision before the one that runs, if it can be gone back to
 */
record Headline(
    Service service, Optional<Instant> since, List<String> dependents, Optional<Revision> before) {}
