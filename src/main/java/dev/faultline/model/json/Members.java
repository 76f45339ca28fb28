package dev.faultline.model.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object, in the order they were written in. Most objects of a cluster have a
 * handful of members and are read once: two arrays are made and searched faster than a hash table.
 */
final class Members extends AbstractMap<String, Json> {

  /** Beyond this an index is kept: no text of a stranger shall make every look-up slow. */
  private static final int FEW = 10;

  private final String[] names;
  private final Json[] values;
  private final Map<String, Integer> index;

  private Members(String[] names, Json[] values, Map<String, Integer> index) {
    this.names = names;
    this.values = values;
    this.index = index;
  }

  static Members of(Map<String, Json> members) {
    if (members instanceof Members same) {
      return same;
    }
    var builder = new Builder(members.size());
    members.forEach(builder::put);
    return builder.build();
  }

  /** Gathers members; of two with one name the last counts, in the place of the first. */
  static final class Builder {
    private String[] names;
    private Json[] values;
    private int size;
    private Map<String, Integer> index = Map.of();

    Builder(int expected) {
      names = new String[expected];
      values = new Json[expected];
    }

    void put(String name, Json value) {
      int at = position(name, names, size, index);
      if (at >= 0) {
        values[at] = value;
        return;
      }
      if (size == names.length) {
        names = Arrays.copyOf(names, Math.max(4, 2 * size));
        values = Arrays.copyOf(values, names.length);
      }
      names[size] = name;
      values[size] = value;
      size++;
      if (size > FEW) {
        addToIndex(name);
      }
    }

    private void addToIndex(String name) {
      if (index.isEmpty()) {
        index = new HashMap<>();
        for (int i = 0; i < size; i++) {
          index.put(names[i], i);
        }
      } else {
        index.put(name, size - 1);
      }
    }

    /** To be called once, as the last. */
    Members build() {
      return size == names.length
          ? new Members(names, values, index)
          : new Members(Arrays.copyOf(names, size), Arrays.copyOf(values, size), index);
    }
  }

  private static int position(String name, String[] names, int size, Map<String, Integer> index) {
    if (size > FEW) {
      return index.getOrDefault(name, -1);
    }
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private int position(@Nullable Object name) {
    return name instanceof String text ? position(text, names, names.length, index) : -1;
  }

  @Override
  public @Nullable Json get(@Nullable Object name) {
    int at = position(name);
    return at < 0 ? null : values[at];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return position(name) >= 0;
  }

  @Override
  public int size() {
    return names.length;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super Json> action) {
    for (int i = 0; i < names.length; i++) {
      action.accept(names[i], values[i]);
    }
  }

  @Override
  public Set<Entry<String, Json>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return names.length;
      }

      @Override
      public Iterator<Entry<String, Json>> iterator() {
        return new InOrder();
      }
    };
  }

  private final class InOrder implements Iterator<Entry<String, Json>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < names.length;
    }

    @Override
    public Entry<String, Json> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      var entry = Map.entry(names[next], values[next]);
      next++;
      return entry;
    }
  }
}
