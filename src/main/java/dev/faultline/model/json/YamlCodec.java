package dev.faultline.model.json;

import java.util.List;

/**
 * Reads and writes YAML text as kubectl does. Size, depth and aliases are bounded, so that a
 * hostile file fails fast; what is wrong is said without quoting the file, which may hold secrets.
 */
public final class YamlCodec {

  private YamlCodec() {}

  /**
   * Reads every document of a stream; empty documents are left out.
   *
   * @throws MalformedTextException if the text is not YAML, or is cyclic, too large or too deep;
   *     the message names line and column
   */
  public static List<Json> readAll(String text) {
    return new YamlReader(text).documents();
  }

  /**
   * Block style, two spaces, lists not indented below their key, long text as literal blocks: as
   * {@code kubectl get -o yaml} prints. Reading it again gives an equal tree.
   */
  public static String write(Json value) {
    return new YamlWriter().document(value);
  }
}
