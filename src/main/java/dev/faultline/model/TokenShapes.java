package dev.faultline.model;

import java.util.regex.Pattern;

/**
 * Hides tokens that give themselves away by their shape, under whatever name they stand. Every
 * alternative starts only where its own run of characters starts, and runs are possessive, so that
 * no text is read more than a few times.
 */
final class TokenShapes {

  private static final Pattern SHAPES =
      Pattern.compile(
          "(?<![A-Za-z0-9_-])(?:"
              // AWS
              + "(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}+"
              // GitHub, GitLab, Slack, Stripe, OpenAI and the like, Google, npm, PyPI, others
              + "|gh[pousr]_[A-Za-z0-9]{16,}+|github_pat_[A-Za-z0-9_]{16,}+"
              + "|gl(?:pat|dt|rt|ptt|cbt|soat)-[A-Za-z0-9_-]{16,}+"
              + "|xox[abeoprs]-[A-Za-z0-9-]{8,}+|xapp-[A-Za-z0-9-]{16,}+"
              + "|[sr]k_(?:live|test)_[A-Za-z0-9]{8,}+|sk-[A-Za-z0-9_-]{16,}+"
              + "|AIza[A-Za-z0-9_-]{30,}+|ya29\\.[A-Za-z0-9_-]{16,}+"
              + "|npm_[A-Za-z0-9]{30,}+|pypi-[A-Za-z0-9_-]{30,}+|dop_v1_[a-f0-9]{32,}+"
              + "|hv[sbr]\\.[A-Za-z0-9_-]{16,}+|SG\\.[A-Za-z0-9_-]{16,}+\\.[A-Za-z0-9_-]{16,}+"
              // JSON web tokens
              + "|eyJ[A-Za-z0-9_-]{6,}+\\.[A-Za-z0-9_-]{4,}+(?:\\.[A-Za-z0-9_-]*+)?+"
              + ")");

  private static final Pattern BEARER =
      Pattern.compile("(?i)(?<![A-Za-z0-9_-])(bearer[ \\t]{1,4}+)([A-Za-z0-9._~+/=-]{8,}+)");

  private static final Pattern WEBHOOK =
      Pattern.compile("(hooks\\.slack\\.com/(?:services|workflows)/)[A-Za-z0-9/_-]++");

  private TokenShapes() {}

  static String hide(String text) {
    var shapes = SHAPES.matcher(text).replaceAll(Redaction.MASK);
    var bearers =
        BEARER
            .matcher(shapes)
            .replaceAll(found -> isWord(found.group(2)) ? "$0" : "$1" + Redaction.MASK);
    return WEBHOOK.matcher(bearers).replaceAll("$1" + Redaction.MASK);
  }

  /** "bearer authentication" is prose; a token has a digit, a capital or a sign in it. */
  private static boolean isWord(String text) {
    return text.length() < 20
        && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '.')
        && text.indexOf('.') < 0 | text.endsWith(".");
  }
}
