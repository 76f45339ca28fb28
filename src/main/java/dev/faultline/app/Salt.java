package dev.faultline.app;

import java.security.SecureRandom;

/** Hashes of Secret values are compared within one process only, so each makes its own salt. */
final class Salt {

  private static final int BYTES = 32;

  private Salt() {}

  static byte[] fresh() {
    var salt = new byte[BYTES];
    new SecureRandom().nextBytes(salt);
    return salt;
  }
}
