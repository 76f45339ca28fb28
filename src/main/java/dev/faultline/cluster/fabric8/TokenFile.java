package dev.faultline.cluster.fabric8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A token that somebody else renews in a file. Read again every minute (as client-go does), and at
 * once when the cluster refuses it; a file that cannot be read leaves the last token in force.
 */
final class TokenFile implements Credentials {

  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Path file;
  private final Credential base;
  private final InstantSource clock;
  private Optional<Credential> last = Optional.empty();
  private Instant readAgain = Instant.MIN;

  TokenFile(Path file, Credential base, InstantSource clock) {
    this.file = file;
    this.base = base;
    this.clock = clock;
  }

  @Override
  public synchronized Credential current() {
    if (last.isEmpty() || !clock.instant().isBefore(readAgain)) {
      return read();
    }
    return last.get();
  }

  @Override
  public synchronized Credential insteadOf(Optional<String> refused) {
    return read();
  }

  private Credential read() {
    try {
      var token = Files.readString(file).strip();
      if (token.isEmpty()) {
        throw new IOException("empty");
      }
      last = Optional.of(base.withAuthorization("Bearer " + token));
      readAgain = clock.instant().plus(FRESH);
    } catch (IOException e) {
      last = last.or(() -> base.authorization().isPresent() ? Optional.of(base) : Optional.empty());
    }
    return last.orElseThrow(
        () ->
            new LinkException(
                new LinkFailure.BadContext(
                    "The token file " + file + " can't be read or is empty.")));
  }
}
