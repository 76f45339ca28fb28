package dev.faultline.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LineMatchTest {

  @Property(tries = 500)
  void whatIsMatchedIsEqualAndKeepsItsOrder(
      @ForAll("lines") List<String> before, @ForAll("lines") List<String> after) {
    int last = -1;
    int[] matches = LineMatch.of(before, after);
    for (int i = 0; i < matches.length; i++) {
      if (matches[i] >= 0) {
        assertThat(matches[i]).isGreaterThan(last);
        assertThat(after.get(matches[i])).isEqualTo(before.get(i));
        last = matches[i];
      }
    }
  }

  @Property(tries = 500)
  void noMoreIsReplacedThanMustBe(
      @ForAll("lines") List<String> before, @ForAll("lines") List<String> after) {
    assertThat(matched(before, after)).isEqualTo(longestCommon(before, after));
  }

  @Test
  void aDiffOfFiftyThousandLinesIsThereBeforeAnybodyWaits() {
    var before = numbered(50_000);
    var after = new ArrayList<>(before);
    var random = new Random(7);
    for (int i = 0; i < 500; i++) {
      after.set(random.nextInt(after.size()), "changed " + i);
    }
    LineMatch.of(before, after);

    assertThat(Effort.within(Duration.ofSeconds(1), () -> matched(before, after)))
        .isBetween(49_500, 49_510);
  }

  @Test
  void textsThatHaveNothingInCommonDoNotBlowUp() {
    var before = numbered(50_000);
    var after = IntStream.range(0, 50_000).mapToObj(i -> "other " + i).toList();

    assertThat(Effort.within(Duration.ofSeconds(3), () -> matched(before, after))).isZero();
  }

  @Test
  void everySecondLineAnotherIsStillToldExactly() {
    var before = numbered(50_000);
    var after =
        IntStream.range(0, 50_000).mapToObj(i -> i % 2 == 0 ? "line " + i : "other " + i).toList();

    assertThat(Effort.within(Duration.ofSeconds(3), () -> matched(before, after)))
        .isEqualTo(25_000);
  }

  @Test
  void shuffledAndRepeatedLinesDoNotBlowUp() {
    var random = new Random(7);
    var before = IntStream.range(0, 50_000).mapToObj(i -> "line " + random.nextInt(20)).toList();
    var after = IntStream.range(0, 50_000).mapToObj(i -> "line " + random.nextInt(20)).toList();
    var shuffled = new ArrayList<>(numbered(50_000));
    java.util.Collections.shuffle(shuffled, random);

    Effort.within(Duration.ofSeconds(3), () -> matched(before, after));
    assertThat(Effort.within(Duration.ofSeconds(3), () -> matched(numbered(50_000), shuffled)))
        .isGreaterThan(200);
  }

  @Test
  void aMovedBlockIsRemovedHereAndAddedThere() {
    var before = numbered(30_000);
    var after = new ArrayList<>(before.subList(10_000, 30_000));
    after.addAll(before.subList(0, 10_000));

    assertThat(Effort.within(Duration.ofSeconds(3), () -> matched(before, after)))
        .isEqualTo(20_000);
  }

  private static int matched(List<String> before, List<String> after) {
    return (int) Arrays.stream(LineMatch.of(before, after)).filter(i -> i >= 0).count();
  }

  private static List<String> numbered(int count) {
    return IntStream.range(0, count).mapToObj(i -> "line " + i).toList();
  }

  private static int longestCommon(List<String> before, List<String> after) {
    var table = new int[before.size() + 1][after.size() + 1];
    for (int i = 1; i <= before.size(); i++) {
      for (int j = 1; j <= after.size(); j++) {
        table[i][j] =
            before.get(i - 1).equals(after.get(j - 1))
                ? table[i - 1][j - 1] + 1
                : Math.max(table[i - 1][j], table[i][j - 1]);
      }
    }
    return table[before.size()][after.size()];
  }

  @Provide
  Arbitrary<List<String>> lines() {
    return Arbitraries.of("a", "b", "c", "d", "").list().ofMaxSize(40);
  }
}
