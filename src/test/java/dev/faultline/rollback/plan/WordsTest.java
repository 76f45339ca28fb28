package dev.faultline.rollback.plan;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Property
  void whateverComesInIsOneBoundedPrintableLine(@ForAll String text) {
    var line = Words.oneLine(text, 20);

    assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(20);
    assertThat(line.codePoints().filter(Character::isISOControl)).isEmpty();
    assertThat(line).isEqualTo(line.strip());
  }

  @Test
  void textThatFitsExactlyIsKeptAndOneMoreIsShortened() {
    assertThat(Words.oneLine("12345", 5)).isEqualTo("12345");
    assertThat(Words.oneLine("123456", 5)).isEqualTo("1234…");
    assertThat(Words.oneLine("🚀🚀🚀", 3)).isEqualTo("🚀🚀🚀");
    assertThat(Words.oneLine("🚀🚀🚀🚀", 3)).isEqualTo("🚀🚀…");
  }
}
