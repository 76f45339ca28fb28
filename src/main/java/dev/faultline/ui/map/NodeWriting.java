package dev.faultline.ui.map;

import dev.faultline.graph.layout.Difference;
import dev.faultline.graph.layout.NodeFacts;
import dev.faultline.graph.layout.NodeSort;
import dev.faultline.text.Shortened;

/**
 * What is written below the name of a node that is no folded group: where there is a difference to
 * tell, or how much somebody is hurt, all else gives way. The same on screen and in files.
 *
 * @param version or how far it is from what fails
 * @param badge in colour: how long ago it changed, or how it differs
 */
record NodeWriting(String version, String badge, String replicas) {

  private static final int LONGEST_VERSION = 13;
  private static final int LONGEST_OF_TWO = 9;
  private static final int LONGEST_PLACE = 15;

  static NodeWriting of(NodeFacts facts, Words words) {
    var version = facts.sort() == NodeSort.OUTSIDE ? "" : shown(facts.version());
    return facts
        .difference()
        .map(difference -> differing(difference, words))
        .or(
            () ->
                facts
                    .hurt()
                    .map(hurt -> new NodeWriting(words.hurtInShort(hurt), "", facts.replicas())))
        .orElseGet(() -> new NodeWriting(version, words.change(facts), facts.replicas()));
  }

  private static NodeWriting differing(Difference difference, Words words) {
    var shortened =
        switch (difference) {
          case Difference.OnlyIn only ->
              new Difference.OnlyIn(
                  only.side(), Shortened.inTheMiddle(only.where(), LONGEST_PLACE));
          case Difference.OtherVersion(String left, String right) ->
              new Difference.OtherVersion(
                  Shortened.inTheMiddle(left, LONGEST_OF_TWO),
                  Shortened.inTheMiddle(right, LONGEST_OF_TWO));
          case Difference.Across across -> across;
          case Difference.Within within -> within;
        };
    return new NodeWriting("", words.difference(shortened), "");
  }

  /** A version that fits: its beginning, and of a digest or commit that is enough. */
  static String shown(String version) {
    return version.length() <= LONGEST_VERSION
        ? version
        : version.substring(0, LONGEST_VERSION - 1) + "…";
  }
}
