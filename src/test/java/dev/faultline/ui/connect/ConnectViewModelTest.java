package dev.faultline.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.concurrent.Background;
import dev.faultline.model.Kind;
import dev.faultline.settings.SettingsKeeper;
import dev.faultline.settings.SettingsStore;
import dev.faultline.settings.UserFolders;
import dev.faultline.testkit.Refusing;
import dev.faultline.text.Messages;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.workspace.Activities;
import dev.faultline.workspace.ClusterOpener;
import dev.faultline.workspace.ContextLister;
import dev.faultline.workspace.ContextLister.State;
import dev.faultline.workspace.Linker;
import dev.faultline.workspace.Look;
import dev.faultline.workspace.SourceChoice;
import dev.faultline.workspace.WorkspaceFeed;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is begun while a person still looks at the contexts. */
class ConnectViewModelTest {

  @TempDir Path folder;
  private final BlockingQueue<List<String>> expected = new LinkedBlockingQueue<>();
  private final Background background = new Background("connect", (what, cause) -> {});
  private final WorkspaceFeed feed = new WorkspaceFeed((what, cause) -> {});
  private Optional<ConnectViewModel> made = Optional.empty();

  @BeforeEach
  void open() throws Exception {
    var tools =
        new ScreenTools(
            new Messages(Locale.ENGLISH),
            this::inTurn,
            background,
            Clock.systemUTC(),
            new Refusing());
    var settings = new SettingsKeeper(new SettingsStore(new UserFolders(folder, folder, folder)));
    var linker = new Linker(new Recorder(), feed, new Activities(Clock.systemUTC()), background);
    made = Optional.of(new ConnectViewModel(tools, new Contexts(), linker, settings, () -> {}));
    model().testAll();
  }

  @AfterEach
  void close() {
    feed.close();
    background.close();
  }

  @Test
  void theContextThatIsChosenAndAnswersIsExpected() throws Exception {
    until(List.of("eu"));
  }

  @Test
  void anotherChoiceIsExpectedInsteadAndAnUnreachableOneNever() throws Exception {
    until(List.of("eu"));

    inTurn(() -> model().choose("us", true));
    until(List.of("eu", "us"));
    inTurn(() -> model().choose("eu", false));
    until(List.of("us"));
    inTurn(() -> model().choose("down", true));
    until(List.of("us"));
    inTurn(() -> model().leave());
    until(List.of());
  }

  @Test
  void changedSettingsAreToldAgain() throws Exception {
    until(List.of("eu"));

    inTurn(() -> model().setReadOnly("eu", true));

    until(List.of("eu"));
  }

  /** Stands for the FX thread: one after the other. */
  private synchronized void inTurn(Runnable task) {
    task.run();
  }

  private ConnectViewModel model() {
    return made.orElseThrow();
  }

  private void until(List<String> names) throws InterruptedException {
    List<String> heard;
    do {
      heard = expected.poll(20, TimeUnit.SECONDS);
      assertThat(heard).as("never expected: " + names).isNotNull();
    } while (!heard.equals(names));
  }

  private final class Recorder implements ClusterOpener {
    @Override
    public Opened open(SourceChoice choice, Set<Kind> kinds, Look look) {
      return new Opened(List.of(), List.of());
    }

    @Override
    public void expect(SourceChoice choice, Set<Kind> kinds, Look look, Ahead ahead) {
      if (choice instanceof SourceChoice.Contexts contexts) {
        expected.add(contexts.names());
      }
    }
  }

  /** Three contexts, of which the first is the current one and the last does not answer. */
  private static final class Contexts implements ContextLister {
    private static final State OK =
        new State.Reachable("v1.36.3", true, List.of("all"), Duration.ofMillis(20));

    @Override
    public Listing known(Optional<Path> kubeconfig) {
      var untested = new State.NotTested();
      return new Listing(
          List.of(context("eu", untested), context("us", untested), context("down", untested)),
          List.of());
    }

    @Override
    public Listing test(Optional<Path> kubeconfig, Consumer<Context> onFound) {
      var all =
          List.of(
              context("eu", OK),
              context("us", OK),
              context("down", new State.Unreachable("nobody there")));
      all.forEach(onFound);
      return new Listing(all, List.of());
    }

    private static Context context(String name, State state) {
      return new Context(
          name, "https://" + name + ".example", name.equals("eu"), false, false, state);
    }
  }
}
