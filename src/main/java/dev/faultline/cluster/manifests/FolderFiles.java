package dev.faultline.cluster.manifests;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The files of a folder that may hold manifests, sorted by name. Links are followed as long as they
 * stay inside the folder; a loop of links, or what may not be read, is told and left.
 */
final class FolderFiles {

  private static final int DEEPEST = 40;
  private static final int MOST_FILES = 50_000;
  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");
  private static final Set<String> OTHERS_OWN = Set.of("node_modules", "target", "vendor");

  private final Path root;
  private final List<Problem> problems;
  private final List<Path> files = new ArrayList<>();

  private FolderFiles(Path root, List<Problem> problems) {
    this.root = root;
    this.problems = problems;
  }

  /**
   * Lists the files.
   *
   * @param root the folder's real path
   * @throws IOException if the folder itself cannot be listed
   */
  static List<Path> list(Path root, List<Problem> problems) throws IOException {
    var found = new FolderFiles(root, problems);
    Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, found.visitor());
    found.files.sort(null);
    return List.copyOf(found.files);
  }

  /** The file's name as problems write it. */
  static String name(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private SimpleFileVisitor<Path> visitor() {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) {
        if (folder.equals(root)) {
          return FileVisitResult.CONTINUE;
        }
        var last = String.valueOf(folder.getFileName());
        boolean skip = last.startsWith(".") || OTHERS_OWN.contains(last) || leadsOut(folder);
        return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
        if (!isManifestName(file) || leadsOut(file)) {
          return FileVisitResult.CONTINUE;
        }
        if (!about.isRegularFile()) {
          problems.add(Problem.skipped(name(root, file), "this is not a regular file"));
          return FileVisitResult.CONTINUE;
        }
        if (files.size() == MOST_FILES) {
          problems.add(
              Problem.skipped(
                  name(root, file), "the folder holds more than " + MOST_FILES + " files"));
          return FileVisitResult.TERMINATE;
        }
        files.add(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (file.equals(root)) {
          throw failure;
        }
        if (failure instanceof FileSystemLoopException) {
          problems.add(Problem.passedOver(name(root, file), "this link leads back to itself"));
        } else if (!Files.isDirectory(file) && !isManifestName(file)) {
          return FileVisitResult.CONTINUE;
        } else {
          problems.add(Problem.skipped(name(root, file), reason(failure)));
        }
        return FileVisitResult.CONTINUE;
      }
    };
  }

  /** Whether it is to be left, as its real place is elsewhere or cannot be told. */
  private boolean leadsOut(Path path) {
    try {
      boolean out = !path.toRealPath().startsWith(root);
      if (out) {
        problems.add(Problem.passedOver(name(root, path), "this link leads out of the folder"));
      }
      return out;
    } catch (IOException e) {
      problems.add(Problem.skipped(name(root, path), reason(e)));
      return true;
    }
  }

  private static boolean isManifestName(Path file) {
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  static String reason(IOException failure) {
    return switch (failure) {
      case java.nio.file.AccessDeniedException ignored ->
          "it may not be read; check its permissions";
      case NoSuchFileException ignored -> "this link leads nowhere";
      default -> "it could not be read (" + failure.getClass().getSimpleName() + ")";
    };
  }
}
