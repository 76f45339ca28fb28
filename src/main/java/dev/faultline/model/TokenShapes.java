package dev.faultline.model;

import java.util.List;
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

  /** How each of the shapes begins: looking for these is a hundred times faster. */
  private static final List<String> BEGINNINGS =
      List.of(
          "AKIA",
          "ASIA",
          "ABIA",
          "ACCA",
          "ghp_",
          "gho_",
          "ghu_",
          "ghs_",
          "ghr_",
          "github_pat_",
          "glpat-",
          "gldt-",
          "glrt-",
          "glptt-",
          "glcbt-",
          "glsoat-",
          "xox",
          "xapp-",
          "k_live_",
          "k_test_",
          "sk-",
          "AIza",
          "ya29.",
          "npm_",
          "pypi-",
          "dop_v1_",
          "hvs.",
          "hvb.",
          "hvr.",
          "SG.",
          "eyJ");

  private static final Pattern BEARER =
      Pattern.compile("(?i)(?<![A-Za-z0-9_-])(bearer[ \\t]{1,4}+)([A-Za-z0-9._~+/=-]{8,}+)");

  private static final Pattern WEBHOOK =
      Pattern.compile("(hooks\\.slack\\.com/(?:services|workflows)/)[A-Za-z0-9/_-]++");

  private static final String BEARER_WORD = "bearer";
  private static final String SLACK = "hooks.slack.com/";

  /** Azure's shared access signatures. */
  private static final Pattern SIGNATURE = Pattern.compile("([?&]sig=)[^&\\s\"'`;]++");

  /** The log-in of a Docker configuration: user and password in base64. */
  private static final Pattern DOCKER_LOGIN =
      Pattern.compile("(\"auth\"[ \\t]{0,4}+:[ \\t]{0,4}+\")[A-Za-z0-9+/]{12,}+={0,2}+(?=\")");

  private TokenShapes() {}

  static String hide(String text) {
    var shapes =
        BEGINNINGS.stream().anyMatch(text::contains)
            ? SHAPES.matcher(text).replaceAll(Redaction.MASK)
            : text;
    var bearers =
        hasBearer(shapes)
            ? BEARER
                .matcher(shapes)
                .replaceAll(found -> isWord(found.group(2)) ? "$0" : "$1" + Redaction.MASK)
            : shapes;
    var webhooks =
        bearers.contains(SLACK)
            ? WEBHOOK.matcher(bearers).replaceAll("$1" + Redaction.MASK)
            : bearers;
    var signatures =
        webhooks.contains("sig=")
            ? SIGNATURE.matcher(webhooks).replaceAll("$1" + Redaction.MASK)
            : webhooks;
    return signatures.contains("\"auth\"")
        ? DOCKER_LOGIN.matcher(signatures).replaceAll("$1" + Redaction.MASK)
        : signatures;
  }

  private static boolean hasBearer(String text) {
    for (int i = 0; i <= text.length() - BEARER_WORD.length(); i++) {
      char c = text.charAt(i);
      if ((c == 'b' || c == 'B')
          && text.regionMatches(true, i, BEARER_WORD, 0, BEARER_WORD.length())) {
        return true;
      }
    }
    return false;
  }

  /** "bearer authentication" is prose; a token has a digit, a capital or a sign in it. */
  private static boolean isWord(String text) {
    return text.length() < 20
        && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '.')
        && text.indexOf('.') < 0 | text.endsWith(".");
  }
}
