package dev.faultline.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a file could not be read or written, in a few words for a sentence. */
public final class FileTrouble {

  private FileTrouble() {}

  public static String words(IOException failure) {
    return switch (failure) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "no such file or folder";
      case NotDirectoryException _, FileAlreadyExistsException _ ->
          "a file stands where a folder should be";
      case FileSystemException system -> said(system.getReason(), failure);
      default -> said(failure.getMessage(), failure);
    };
  }

  private static String said(@Nullable String words, IOException failure) {
    return Optional.ofNullable(words)
        .filter(said -> !said.isBlank())
        .orElseGet(() -> failure.getClass().getSimpleName());
  }
}
