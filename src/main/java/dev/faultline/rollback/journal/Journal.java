package dev.faultline.rollback.journal;

import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.MalformedTextException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The record of all rollbacks of this user: JSON lines in one file, each on the disk before the
 * next thing is done. Safe for several processes; no secret is ever written.
 */
public final class Journal {

  private static final DateTimeFormatter ID_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final String NAME = "journal";

  private final Path running;
  private final JournalFile file;

  /** What this process works on: its own marks must not be opened, as that would free them. */
  private final Set<String> ours = ConcurrentHashMap.newKeySet();

  /** A journal in the folder, which is made when the first line is written. */
  public Journal(Path folder) {
    running = folder.resolve("running");
    file = new JournalFile(folder, NAME);
  }

  /** Where the lines are. */
  public Path path() {
    return file.path();
  }

  /** A name for a new entry; names sort by time. */
  public String newId(Instant time) {
    return ID_TIME.format(time) + "-" + UUID.randomUUID().toString().substring(0, 4);
  }

  /** What is in the journal. */
  public record Contents(List<JournalEntry> entries, List<String> problems) {
    public Contents {
      entries = List.copyOf(entries);
      problems = List.copyOf(problems);
    }

    /** The entry that undid this one, if any did. */
    public Optional<JournalEntry> undoer(JournalEntry entry) {
      return entries.stream()
          .filter(other -> other.intent().undoOf().filter(entry.id()::equals).isPresent())
          .filter(JournalEntry::changedTheCluster)
          .findFirst();
    }
  }

  /** The answer to beginning an entry. */
  public sealed interface Beginning {

    /** The intent is on the disk; the mark is to be closed at the end. */
    record Begun(RunningMark mark) implements Beginning {}

    /** It is not, so nothing may be sent; the reason is a clause. */
    record NotBegun(String reason) implements Beginning {}
  }

  /** Writes an intent down, before anything is sent. */
  public Beginning begin(Intent intent) {
    try {
      var mark = RunningMark.set(running, intent.id(), ours);
      try {
        file.append(JournalCodec.write(intent));
        return new Beginning.Begun(mark);
      } catch (IOException e) {
        mark.close();
        throw e;
      }
    } catch (IOException e) {
      return new Beginning.NotBegun(reason(e));
    }
  }

  /** Writes down what came of an intent. */
  public JournalWrite add(String id, Step step) {
    try {
      file.append(JournalCodec.write(id, step));
      return new JournalWrite.Kept();
    } catch (IOException e) {
      return new JournalWrite.NotKept(reason(e));
    }
  }

  /**
   * All entries, oldest first. A torn last line is what a crash leaves and is passed over; other
   * lines that can't be read are named.
   */
  public Contents read() {
    var entries = new LinkedHashMap<String, JournalEntry>();
    var problems = new ArrayList<String>();
    var lines = lines(problems);
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      var parsed = parse(line);
      if (parsed.isPresent()) {
        put(entries, parsed.get());
      } else if (i < lines.size() - 1) {
        problems.add("line " + (i + 1) + " of the journal can't be read and was passed over");
      }
    }
    return new Contents(List.copyOf(entries.values()), problems);
  }

  /** The entry of that name, or the only one whose name begins or ends so. */
  public Optional<JournalEntry> find(String id) {
    var entries = read().entries();
    var exact = entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    if (exact.isPresent() || id.isBlank()) {
      return exact;
    }
    var alike =
        entries.stream()
            .filter(entry -> entry.id().startsWith(id) || entry.id().endsWith(id))
            .toList();
    return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
  }

  /**
   * What was begun and of which nobody knows what became, as the process was killed or the cluster
   * gave no answer; without what somebody alive works on.
   */
  public List<JournalEntry> unsettled() {
    return read().entries().stream()
        .filter(entry -> !entry.isSettled())
        .filter(entry -> !ours.contains(entry.id()) && !RunningMark.isSet(running, entry.id()))
        .toList();
  }

  private List<String> lines(List<String> problems) {
    if (!Files.exists(path())) {
      return List.of();
    }
    try {
      var text = new String(Files.readAllBytes(path()), StandardCharsets.UTF_8);
      return List.of(text.split("\n", -1));
    } catch (IOException e) {
      problems.add("the journal can't be read: " + reason(e));
      return List.of();
    }
  }

  private static Optional<JournalCodec.Line> parse(String line) {
    try {
      return JsonCodec.read(line) instanceof JsonObject object
          ? JournalCodec.read(object)
          : Optional.empty();
    } catch (MalformedTextException e) {
      return Optional.empty();
    }
  }

  private static void put(LinkedHashMap<String, JournalEntry> entries, JournalCodec.Line line) {
    switch (line) {
      case JournalCodec.Line.OfIntent of ->
          entries.put(of.intent().id(), new JournalEntry(of.intent(), List.of()));
      case JournalCodec.Line.OfStep of ->
          entries.computeIfPresent(
              of.id(),
              (id, entry) -> {
                var steps = new ArrayList<>(entry.steps());
                steps.add(of.step());
                return new JournalEntry(entry.intent(), steps);
              });
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case java.nio.file.AccessDeniedException denied -> denied.getFile() + " may not be written";
      case java.nio.file.FileAlreadyExistsException exists ->
          exists.getFile() + " is a file where a folder is needed";
      case java.nio.file.FileSystemException other when other.getReason() != null ->
          other.getFile() + ": " + other.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
