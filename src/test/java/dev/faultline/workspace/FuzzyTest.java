package dev.faultline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FuzzyTest {

  @Test
  void theWholeNameComesBeforeItsBeginningAndThatBeforeItsMiddle() {
    assertThat(ranked("payment", "payment-db", "payment", "prepayment"))
        .containsExactly("payment", "payment-db", "prepayment");
  }

  @Test
  void firstLettersOfWordsFindTheService() {
    assertThat(ranked("pdb", "updated-batch", "product-db", "payment-db"))
        .endsWith("updated-batch");
  }

  @Test
  void whatLacksALetterIsNotFound() {
    assertThat(new Fuzzy("payq").score("payment")).isEmpty();
  }

  @Test
  void capitalsAndBlanksOfTheOneWhoTypesDoNotMatter() {
    assertThat(new Fuzzy("  PAY ").score("payment")).isPresent();
    assertThat(new Fuzzy("pay 1.4").score("payment 1.4.2")).isPresent();
  }

  private static Stream<String> ranked(String query, String... texts) {
    var fuzzy = new Fuzzy(query);
    return Stream.of(texts)
        .filter(text -> fuzzy.score(text).isPresent())
        .sorted(Comparator.comparingInt((String t) -> -fuzzy.score(t).orElseThrow()));
  }
}
