package dev.faultline.evidence;

import java.util.Set;

/** Why what looks like an address is only a mention, in the words that people read. */
public final class Doubt {

  static final String NOT_CALLED = "listed there, but not called";
  static final String LABEL = "the setting's name speaks of a label, not of a host";
  static final String BARE_WORD = "a bare word that may be anything";
  static final String COMMENT = "stands in a comment";
  static final String DOCUMENT = "stands in a text that is no configuration";
  static final String OTHER_PROFILE = "for a profile that runs on nobody's cluster";
  static final String UNKNOWN_AFTER_COLON = "what follows the colon is unknown";
  static final String SWITCHED_OFF_THERE = "switched off on its own line";
  static final String SET_ANEW = "the container sets the variable anew";
  static final String NO_SHARE = "gets no share of what is routed";

  private static final Set<String> OF_THE_NAME = Set.of(LABEL, BARE_WORD);

  private Doubt() {}

  /**
   * Whether only the setting's name made it doubtful, so that a better name takes the doubt away.
   */
  public static boolean isOfTheName(String doubt) {
    return OF_THE_NAME.contains(doubt);
  }

  static String switchedOffBy(String setting) {
    return "switched off by " + setting;
  }

  /** What a variable's name says against the key that it is filled from. */
  public static String notCalled(String variable) {
    return variable + ": " + NOT_CALLED;
  }
}
