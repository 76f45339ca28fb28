package dev.faultline.cluster.manifests;

import dev.faultline.cluster.StateSource;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterState;
import dev.faultline.model.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A folder of manifests as a source of state: what is meant to run. The state never changes; as no
 * pod can be seen in files, health is unknown.
 */
public final class ManifestFolder implements StateSource {

  private final ClusterState state;
  private final List<Problem> problems;

  private ManifestFolder(ClusterState state, List<Problem> problems) {
    this.state = state;
    this.problems = problems;
  }

  /**
   * Reads all YAML and JSON files below the folder; what cannot be read is in {@link #problems()}.
   *
   * @throws IOException if the folder itself cannot be read; the message is a sentence
   */
  public static ManifestFolder read(Path folder, Clock clock) throws IOException {
    var problems = new ArrayList<Problem>();
    var objects = new ArrayList<FoundObject>();
    var root = realPath(folder);
    for (Path file : list(folder, root, problems)) {
      var name = FolderFiles.name(root, file);
      for (JsonObject object : ManifestFile.read(file, name, problems)) {
        objects.add(new FoundObject(object, name));
      }
    }
    var cluster = new ClusterId(String.valueOf(root.getFileName()));
    var state = new FolderState(cluster, problems).build(objects, clock.instant());
    return new ManifestFolder(state, problems.stream().sorted().toList());
  }

  /** What is not in the state, and why, sorted by file. */
  public List<Problem> problems() {
    return problems;
  }

  @Override
  public ClusterId cluster() {
    return state.cluster();
  }

  @Override
  public ClusterState state() {
    return state;
  }

  /** There is never a newer state, so that the listener is never called. */
  @Override
  public Subscription subscribe(Consumer<ClusterState> listener) {
    return () -> {};
  }

  @Override
  public void close() {
    // Nothing is held open.
  }

  private static Path realPath(Path folder) throws IOException {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new IOException("There is no folder " + folder + " that can be read.", e);
    }
  }

  private static List<Path> list(Path folder, Path root, List<Problem> problems)
      throws IOException {
    if (!root.toFile().isDirectory()) {
      throw new IOException(folder + " is not a folder; name the folder that holds the manifests.");
    }
    try {
      return FolderFiles.list(root, problems);
    } catch (IOException e) {
      throw new IOException(
          "The folder " + folder + " may not be listed; check its permissions.", e);
    }
  }
}
