package dev.faultline.rollback.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import dev.faultline.rollback.plan.RevisionPoint;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  private static final Instant NIGHT = Instant.parse("2026-05-12T03:15:02.417Z");
  private static final ResourceRef PAYMENT =
      new ResourceRef(new ClusterId("prod-eu"), Kind.DEPLOYMENT, "shop", "payment");

  @TempDir Path folder;
  private Journal journal;

  @BeforeEach
  void open() {
    journal = new Journal(folder.resolve("data"));
  }

  static Intent intent(String id) {
    return new Intent(
        id,
        NIGHT,
        "kim",
        PAYMENT,
        "uid-1",
        12,
        new RevisionPoint("b".repeat(64), 9, "1.5.0"),
        new RevisionPoint("a".repeat(64), 8, "1.4.2"),
        "payments fail",
        "Rolled back 1.5.0 → 1.4.2: payments fail",
        List.of(
            new ChangeNote("replace", "/spec/template/spec/containers/0/image", Optional.of("p:1")),
            new ChangeNote("remove", "/spec/template/spec/containers/0/env/2", Optional.empty())),
        Optional.of("20260101-000000-000-abcd"));
  }

  private static Step.Ended ended(Step.Result result) {
    return new Step.Ended(NIGHT.plusSeconds(30), "it runs", result);
  }

  private RunningMark begin(String id) {
    var beginning = journal.begin(intent(id));
    assertThat(beginning).isInstanceOf(Journal.Beginning.Begun.class);
    return ((Journal.Beginning.Begun) beginning).mark();
  }

  @Test
  void whatWasWrittenIsReadBackWhole() throws IOException {
    var applied = new Step.Applied(NIGHT.plusSeconds(1), "patched", 13, Map.of("spec.x", "h"));
    try (var _ = begin("one")) {
      assertThat(journal.add("one", applied)).isEqualTo(new JournalWrite.Kept());
      journal.add("one", ended(Step.Result.VERIFIED));
    }

    var read = new Journal(folder.resolve("data")).read();

    assertThat(read.problems()).isEmpty();
    assertThat(read.entries())
        .containsExactly(
            new JournalEntry(intent("one"), List.of(applied, ended(Step.Result.VERIFIED))));
  }

  @Test
  void aJournalNobodyWroteToIsEmptyAndMakesNoFolder() {
    assertThat(journal.read().entries()).isEmpty();
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void idsSortByTimeAndTellWhen() {
    assertThat(journal.newId(NIGHT)).startsWith("20260512-031502-417-").hasSize(24);
    assertThat(journal.newId(NIGHT)).isLessThan(journal.newId(NIGHT.plusMillis(1)));
  }

  @Test
  void aTornLastLineIsPassedOverAndTheNextLineIsNotGluedToIt() throws IOException {
    begin("one").close();
    Files.writeString(journal.path(), "{\"what\":\"ended\",\"id\":\"on", StandardOpenOption.APPEND);

    assertThat(journal.read().problems()).isEmpty();
    assertThat(journal.read().entries())
        .containsExactly(new JournalEntry(intent("one"), List.of()));

    journal.add("one", ended(Step.Result.FAILED));

    assertThat(journal.find("one").orElseThrow().ended()).contains(ended(Step.Result.FAILED));
    assertThat(journal.read().problems())
        .containsExactly("line 2 of the journal can't be read and was passed over");
  }

  @Test
  void linesOfStrangersDoNotHideOurOwn() throws IOException {
    begin("one").close();
    Files.writeString(
        journal.path(),
        """
        [1,2]
        {"what":"intent","id":"bad","time":"yesterday"}
        {"what":"ended","id":"one","time":"2026-05-12T03:15:02Z","result":"GREAT","sentence":""}
        {"what":"ended","id":"nobody","time":"2026-05-12T03:15:02Z","result":"FAILED","sentence":""}
        {"what":"joke","id":"one","time":"2026-05-12T03:15:02Z"}
        """,
        StandardOpenOption.APPEND);

    assertThat(journal.read().entries())
        .containsExactly(new JournalEntry(intent("one"), List.of()));
    assertThat(journal.read().problems()).hasSize(4);
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidInAClause() throws IOException {
    Files.writeString(folder.resolve("data"), "a file where the folder should be");

    assertThat(journal.begin(intent("one")))
        .isInstanceOfSatisfying(
            Journal.Beginning.NotBegun.class, no -> assertThat(no.reason()).contains("data"));
    assertThat(journal.add("one", ended(Step.Result.FAILED)))
        .isInstanceOf(JournalWrite.NotKept.class);
  }

  @Test
  void aFullDiskIsSaidAndLeavesNoMark() throws IOException {
    var full = Path.of("/dev/full");
    assumeThat(full).exists();
    Files.createDirectories(folder.resolve("data"));
    Files.createSymbolicLink(journal.path(), full);

    assertThat(journal.begin(intent("one"))).isInstanceOf(Journal.Beginning.NotBegun.class);
    assertThat(folder.resolve("data/running/one")).doesNotExist();
  }

  @Test
  void nobodyElseOnTheMachineMayReadIt() throws IOException {
    begin("one").close();
    assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix")).isTrue();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal.path())))
        .isEqualTo("rw-------");
  }

  @Test
  void manyWritersLoseNothing() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var written = new java.util.ArrayList<Future<?>>();
      for (int i = 0; i < 40; i++) {
        var id = "entry-" + i;
        written.add(
            threads.submit(
                () -> {
                  begin(id).close();
                  return id;
                }));
      }
      for (Future<?> one : written) {
        one.get();
      }
    }

    assertThat(journal.read().entries()).hasSize(40);
    assertThat(journal.read().problems()).isEmpty();
  }

  @Test
  void whatRunsIsNotInterruptedAndWhatEndedIsNotEither() throws IOException {
    var running = begin("running");
    begin("killed").close();
    begin("done").close();
    journal.add("done", ended(Step.Result.VERIFIED));

    assertThat(journal.unsettled()).extracting(JournalEntry::id).containsExactly("killed");

    running.close();
    assertThat(journal.unsettled())
        .extracting(JournalEntry::id)
        .containsExactly("running", "killed");
  }

  @Test
  void whoLooksAtTheJournalDoesNotFreeTheMarkOfWhatRunsInTheSameProcess() throws Exception {
    var running = begin("running");
    assertThat(journal.unsettled()).isEmpty();

    assertThat(isLockedForOtherProcesses(folder.resolve("data/running/running"))).isTrue();
    running.close();
  }

  @Test
  void whoReadsTheJournalDoesNotLetAnotherProcessWriteIntoTheSamePlace() throws Exception {
    begin("one").close();
    var lock = folder.resolve("data/journal.lock");
    try (var threads = Executors.newSingleThreadExecutor()) {
      Future<JournalWrite> written;
      try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        written = threads.submit(() -> journal.add("one", ended(Step.Result.VERIFIED)));

        assertThat(new Journal(folder.resolve("data")).read().entries()).hasSize(1);
        assertThat(isLockedForOtherProcesses(lock)).isTrue();
        assertThat(written.isDone()).isFalse();
      }
      assertThat(written.get()).isEqualTo(new JournalWrite.Kept());
    }
  }

  /** Locks belong to processes: only another one can tell. */
  private static boolean isLockedForOtherProcesses(Path file) throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LockProbe.class.getName(),
                file.toString())
            .inheritIO()
            .start();
    return process.waitFor() == LockProbe.HELD;
  }

  @Test
  void whoIsInterruptedStillWritesDownHowItEnded() throws IOException {
    begin("one").close();
    Thread.currentThread().interrupt();
    var kept = journal.add("one", ended(Step.Result.NOT_VERIFIED));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(kept).isEqualTo(new JournalWrite.Kept());
    assertThat(journal.find("one").orElseThrow().ended()).contains(ended(Step.Result.NOT_VERIFIED));
  }

  @Test
  void theMarkOfAKilledProcessDoesNotPassForALivingOne() throws IOException {
    begin("killed").close();
    Files.writeString(folder.resolve("data/running/killed"), "");

    assertThat(journal.unsettled()).extracting(JournalEntry::id).containsExactly("killed");
  }

  @Test
  void anEntryIsFoundByTheBeginningOrEndOfItsNameIfOnlyOneFits() throws IOException {
    begin("20260512-031502-417-k3f9").close();
    begin("20260512-031502-418-a1b2").close();

    assertThat(journal.find("20260512-031502-417-k3f9")).isPresent();
    assertThat(journal.find("a1b2")).isPresent();
    assertThat(journal.find("20260512-031502-417")).isPresent();
    assertThat(journal.find("20260512")).isEmpty();
    assertThat(journal.find("")).isEmpty();
    assertThat(journal.find("zzzz")).isEmpty();
  }

  @Test
  void aWholeNameMeansItselfThoughAnotherBeginsLikeIt() throws IOException {
    begin("20260512-031502-417-k3f9").close();
    begin("20260512-031502-417-k3f9-again").close();

    assertThat(journal.find("20260512-031502-417-k3f9").map(JournalEntry::id))
        .contains("20260512-031502-417-k3f9");
  }

  @Test
  void secretsInSentencesAreMasked() throws IOException {
    begin("one").close();
    journal.add(
        "one", new Step.Ended(NIGHT, "db://u:hunter2@h password=hunter2", Step.Result.FAILED));

    assertThat(Files.readString(journal.path())).doesNotContain("hunter2");
  }
}
