package dev.faultline.diff;

/**
 * One difference, in words fit to be shown: secrets are hidden already.
 *
 * <p>{@code path} reads "container payment · env DB_POOL".
 */
public sealed interface FieldChange {

  Category category();

  String path();

  /** The same change seen from the other side. */
  FieldChange reversed();

  /** One line: "container payment · env DB_POOL: 10 → 5". */
  String describe();

  /** It is there only afterwards. */
  record Added(Category category, String path, String after) implements FieldChange {
    @Override
    public FieldChange reversed() {
      return new Removed(category, path, after);
    }

    @Override
    public String describe() {
      return path + ": " + after + " (added)";
    }
  }

  /** It was there only before. */
  record Removed(Category category, String path, String before) implements FieldChange {
    @Override
    public FieldChange reversed() {
      return new Added(category, path, before);
    }

    @Override
    public String describe() {
      return path + ": " + before + " (removed)";
    }
  }

  /**
   * It is another.
   *
   * @param note what before and after don't say by themselves: "tag 1.4.2 → 1.5.0", or {@link
   *     #HIDDEN} where both sides look the same because the difference is hidden; may be empty
   */
  record Changed(Category category, String path, String before, String after, String note)
      implements FieldChange {

    /** The note of a change of which nothing may be shown. */
    public static final String HIDDEN = "changed";

    @Override
    public FieldChange reversed() {
      return new Changed(category, path, after, before, note);
    }

    @Override
    public String describe() {
      var arrow = path + ": " + before + " → " + after;
      return note.isEmpty() ? arrow : arrow + " (" + note + ")";
    }
  }
}
