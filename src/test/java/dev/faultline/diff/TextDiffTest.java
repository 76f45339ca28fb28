package dev.faultline.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.diff.Row.Added;
import dev.faultline.diff.Row.Changed;
import dev.faultline.diff.Row.Folded;
import dev.faultline.diff.Row.Piece;
import dev.faultline.diff.Row.Removed;
import dev.faultline.diff.Row.Same;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextDiffTest {

  @Test
  void theVersionThatChangedIsMarkedWholeAndNothingElse() {
    var diff =
        TextDiff.of("a: 1\nimage: shop/payment:1.4.2\n", "a: 1\nimage: shop/payment:1.5.0\n");

    assertThat(diff.rows())
        .containsExactly(
            new Same(1, 1, "a: 1"),
            new Changed(
                2,
                2,
                List.of(new Piece("image: shop/payment:", false), new Piece("1.4.2", true)),
                List.of(new Piece("image: shop/payment:", false), new Piece("1.5.0", true))));
    assertThat(diff.isEmpty()).isFalse();
  }

  @Test
  void linesThatHaveNothingInCommonAreRemovedAndAdded() {
    assertThat(TextDiff.of("alpha\n\nsame", "omega 1\nsame\nlast").rows())
        .containsExactly(
            new Removed(1, List.of(new Piece("alpha", true))),
            new Removed(2, List.of()),
            new Added(1, List.of(new Piece("omega 1", true))),
            new Same(3, 2, "same"),
            new Added(3, List.of(new Piece("last", true))));
  }

  @Test
  void aLineIsPairedWithItsLikeFurtherDown() {
    assertThat(TextDiff.of("pool = 10", "first\nsecond\npool = 20").rows())
        .extracting(row -> row.getClass().getSimpleName())
        .containsExactly("Added", "Added", "Changed");
  }

  @Test
  void equalStretchesAreFoldedUpToTheirContext() {
    var before = lines(1, 20);
    var after = before.replace("line 10\n", "line ten\n");

    assertThat(TextDiff.of(before, after).folded(2))
        .extracting(TextDiffTest::brief)
        .containsExactly("1+7", "8", "9", "10|10", "11", "12", "13+8");
    assertThat(TextDiff.of(before, before).folded(2)).containsExactly(new Folded(1, 1, 20));
    assertThat(TextDiff.of("a\nb\nc\nd", "a\nb\nc\nx").folded(2))
        .extracting(TextDiffTest::brief)
        .containsExactly("1", "2", "3", "-4", "+4");
  }

  @Test
  void inOneColumnTheOldLinesOfAChangeStandBeforeTheNew() {
    var rows = TextDiff.of("a 1\nb 1\nsame", "a 2\nb 2\nsame\nz").rows();

    assertThat(TextDiff.unified(rows))
        .extracting(TextDiffTest::brief)
        .containsExactly("-1", "-2", "+1", "+2", "3", "+4");
  }

  @Test
  void aChangedPasswordIsSeenAndNotRead() {
    var diff =
        TextDiff.of(
            "user=app\ndb.password=hunter2\ntoken=hunter2\n",
            "user=app\ndb.password=hunter3\ntoken=hunter2\n");

    assertThat(diff.rows()).extracting(TextDiffTest::brief).containsExactly("1", "2|2", "3");
    assertThat(diff.toString()).doesNotContain("hunter").contains("(changed)");
  }

  @Test
  void aManifestIsComparedWithoutNoiseAndSecrets() {
    var before =
        Yaml.manifest(
            """
            kind: ConfigMap
            metadata: {name: payment, uid: a}
            data:
              PASSWORD: hunter2
              OTHER_PASSWORD: hunter2
              url: http://a:hunter2@b
              file: |
                pool=1
                password=hunter2
            """);
    var after =
        Yaml.manifest(
            """
            metadata: {uid: b, name: payment}
            kind: ConfigMap
            data:
              PASSWORD: hunter3
              OTHER_PASSWORD: hunter2
              url: http://a:hunter3@b
              file: |
                pool=2
                password=hunter3
            """);

    assertThat(text(TextDiff.of(before, after, DiffOptions.MEANINGFUL)))
        .isEqualTo(
            """
              data:
                OTHER_PASSWORD: ••••••
            -   PASSWORD: ••••••
            +   PASSWORD: •••••• (changed)
                file: |
            -     pool=1
            -     password=••••••
            -   url: http://••••••@b
            +     pool=2
            +     password=•••••• (changed)
            +   url: http://••••••@b (changed)
              kind: ConfigMap
              metadata:
                name: payment
            """);
    assertThat(text(TextDiff.of(before, after, DiffOptions.RAW))).contains("+   uid: b");
  }

  @Property(tries = 300)
  void bothSidesCanBeReadOffTheRows(
      @ForAll @StringLength(max = 60) @Chars({'\n', ' '}) @CharRange(from = 'a', to = 'c')
          String before,
      @ForAll @StringLength(max = 60) @Chars({'\n', ' '}) @CharRange(from = 'a', to = 'c')
          String after) {
    var rows = TextDiff.of(before, after).rows();

    assertThat(side(rows, true)).isEqualTo(before.lines().toList());
    assertThat(side(rows, false)).isEqualTo(after.lines().toList());
    assertThat(side(TextDiff.unified(rows), true)).isEqualTo(before.lines().toList());
    assertThat(side(TextDiff.unified(rows), false)).isEqualTo(after.lines().toList());
    assertThat(TextDiff.of(before, before).isEmpty()).isTrue();
  }

  @Test
  void aLongLineIsMarkedBetweenItsEqualEnds() {
    var marks =
        WordMarks.of(
            "x".repeat(3_000) + "a" + "y".repeat(10), "x".repeat(3_000) + "bc" + "y".repeat(10));

    assertThat(marks.old())
        .extracting(Piece::text)
        .containsExactly("x".repeat(3_000), "a", "y".repeat(10));
    assertThat(marks.now()).extracting(Piece::marked).containsExactly(false, true, false);
    var faces =
        WordMarks.of("\ud83d\ude00".repeat(2_000), "\ud83d\ude00".repeat(1_999) + "\ud83d\ude01");
    assertThat(faces.now().getLast()).isEqualTo(new Piece("\ud83d\ude01", true));
  }

  @Test
  void twoStrangeTextsOfFiftyThousandLinesAreCompared() {
    var before = lines(1, 50_000);
    var after = before.replace("line", "entry");

    assertThat(Effort.within(Duration.ofSeconds(5), () -> TextDiff.of(before, after)).rows())
        .hasSize(100_000);
  }

  @Test
  void fiftyThousandLinesWithFiveHundredChangesTakeNoTime() {
    var before = IntStream.range(0, 50_000).mapToObj(i -> "line " + i).toList();
    var after = new ArrayList<>(before);
    IntStream.range(0, 500).forEach(i -> after.set(i * 100, "line changed " + i));
    var old = String.join("\n", before);
    var now = String.join("\n", after);

    assertThat(Effort.within(Duration.ofSeconds(1), () -> TextDiff.of(old, now)).rows())
        .filteredOn(Changed.class::isInstance)
        .hasSize(500);
  }

  private static String lines(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(i -> "line " + i + "\n")
        .collect(Collectors.joining());
  }

  private static List<String> side(List<Row> rows, boolean old) {
    var lines = new ArrayList<String>();
    for (Row row : rows) {
      switch (row) {
        case Same same -> lines.add(same.text());
        case Removed removed when old -> lines.add(Row.text(removed.pieces()));
        case Added added when !old -> lines.add(Row.text(added.pieces()));
        case Changed changed -> lines.add(Row.text(old ? changed.old() : changed.now()));
        default -> {}
      }
    }
    return lines;
  }

  private static String text(TextDiff diff) {
    var out = new StringBuilder();
    for (Row row : TextDiff.unified(diff.rows())) {
      switch (row) {
        case Same same -> out.append("  ").append(same.text());
        case Removed removed -> out.append("- ").append(Row.text(removed.pieces()));
        case Added added -> out.append("+ ").append(Row.text(added.pieces()));
        default -> throw new AssertionError(row);
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static String brief(Row row) {
    return switch (row) {
      case Same same -> "" + same.before();
      case Removed removed -> "-" + removed.before();
      case Added added -> "+" + added.after();
      case Changed changed -> changed.before() + "|" + changed.after();
      case Folded folded -> folded.before() + "+" + folded.count();
    };
  }
}
