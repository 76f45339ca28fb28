package dev.faultline.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.Property;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** What a view listens to, ended all at once. */
public final class Subscriptions implements AutoCloseable {

  private final List<Runnable> ends = new ArrayList<>();

  /**
   * Sets up subscriptions whenever the node comes into a scene, and ends them when it leaves: a
   * view that is not shown costs nothing and holds nobody.
   */
  public static void whileShown(Node node, Consumer<Subscriptions> setUp) {
    var subscriptions = new Subscriptions();
    ChangeListener<Object> listener =
        (observable, before, now) -> {
          if (before != null) {
            subscriptions.close();
          }
          if (now != null) {
            setUp.accept(subscriptions);
          }
        };
    node.sceneProperty().addListener(listener);
    if (node.getScene() != null) {
      setUp.accept(subscriptions);
    }
  }

  /** Closes it at the end. */
  public void add(AutoCloseable subscription) {
    ends.add(
        () -> {
          try {
            subscription.close();
          } catch (Exception e) {
            throw new IllegalStateException("a subscription does not end", e);
          }
        });
  }

  /** Hands over the value now and whenever it changes. */
  public <T> void follow(ObservableValue<T> value, Consumer<? super T> receiver) {
    ChangeListener<T> listener = (observable, before, now) -> receiver.accept(now);
    value.addListener(listener);
    ends.add(() -> value.removeListener(listener));
    receiver.accept(value.getValue());
  }

  /** Runs now and whenever anything of these changes. */
  public void follow(Runnable action, Observable... of) {
    InvalidationListener listener = observable -> action.run();
    for (Observable observable : of) {
      observable.addListener(listener);
      ends.add(() -> observable.removeListener(listener));
    }
    action.run();
  }

  /** Keeps the property equal to the value. */
  public <T> void bind(Property<T> property, ObservableValue<? extends T> value) {
    property.bind(value);
    ends.add(property::unbind);
  }

  /** Keeps the two equal, beginning with the second's value. */
  public <T> void bindBoth(Property<T> property, Property<T> value) {
    property.bindBidirectional(value);
    ends.add(() -> property.unbindBidirectional(value));
  }

  @Override
  public void close() {
    var all = List.copyOf(ends);
    ends.clear();
    all.forEach(Runnable::run);
  }
}
