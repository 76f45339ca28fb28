package dev.faultline.model.json;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads and writes YAML text. Aliases and depth are bounded, so that a hostile file fails fast. */
public final class YamlCodec {

  private static final int LARGEST_DOCUMENT = 64 * 1024 * 1024;

  private static final int LONGEST_PROBLEM = 160;

  private YamlCodec() {}

  /**
   * Reads every document of a stream; empty documents are left out.
   *
   * @throws MalformedTextException if the text is not YAML, or is cyclic; the message names line
   *     and column
   */
  public static List<Json> readAll(String text) {
    var settings =
        LoadSettings.builder()
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(50)
            .setCodePointLimit(LARGEST_DOCUMENT)
            .setAllowDuplicateKeys(false)
            .build();
    var documents = new ArrayList<Json>();
    try {
      for (Object document : new Load(settings).loadAllFromString(text)) {
        if (document != null) {
          documents.add(new YamlTree().convert(document));
        }
      }
    } catch (MarkedYamlEngineException e) {
      var place =
          e.getProblemMark()
              .map(m -> "line " + (m.getLine() + 1) + ", column " + (m.getColumn() + 1) + ": ");
      throw new MalformedTextException(place.orElse("") + clean(e.getProblem()));
    } catch (YamlEngineException e) {
      throw new MalformedTextException(clean(String.valueOf(e.getMessage())));
    } catch (StackOverflowError e) {
      throw new MalformedTextException("the document is nested too deeply");
    }
    return List.copyOf(documents);
  }

  /** The parser's words quote names, which may be long and hold control signs. */
  private static String clean(String problem) {
    var text = problem.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    return text.length() <= LONGEST_PROBLEM ? text : text.substring(0, LONGEST_PROBLEM) + "…";
  }

  /**
   * Block style, two spaces, long text as literal blocks: as {@code kubectl get -o yaml} prints.
   */
  public static String write(Json value) {
    var settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setDefaultScalarStyle(ScalarStyle.PLAIN)
            .setIndent(2)
            .setIndicatorIndent(0)
            .setWidth(4096)
            .setSplitLines(false)
            .build();
    var out = new StringWriter();
    new Dump(settings)
        .dump(
            plain(value),
            new StreamDataWriter() {
              @Override
              public void write(String str) {
                out.write(str);
              }

              @Override
              public void write(String str, int off, int len) {
                out.write(str, off, len);
              }
            });
    return out.toString();
  }

  private static @org.jspecify.annotations.Nullable Object plain(Json value) {
    return switch (value) {
      case Json.Text text -> text.value();
      case Json.Number number ->
          number.isWhole() && Json.Number.isShort(number.value())
              ? number.value().toBigInteger()
              : number.value().doubleValue();
      case Json.Bool bool -> bool.value();
      case Json.Null ignored -> null;
      case JsonArray array -> {
        var items = new ArrayList<@org.jspecify.annotations.Nullable Object>();
        array.items().forEach(item -> items.add(plain(item)));
        yield items;
      }
      case JsonObject object -> {
        var members = new LinkedHashMap<String, @org.jspecify.annotations.Nullable Object>();
        object.members().forEach((name, member) -> members.put(name, plain(member)));
        yield members;
      }
    };
  }

  /** Turns what the parser built into our tree, refusing cycles and trees blown up by aliases. */
  private static final class YamlTree {
    private static final int DEEPEST = 500;
    private static final int MOST_NODES = 5_000_000;

    private int nodes;
    private int depth;

    Json convert(@org.jspecify.annotations.Nullable Object value) {
      if (++nodes > MOST_NODES) {
        throw new MalformedTextException(
            "aliases blow the document up beyond " + MOST_NODES + " values");
      }
      return switch (value) {
        case null -> Json.Null.NULL;
        case String text -> new Json.Text(text);
        case Boolean bool -> Json.of(bool);
        case Integer number -> Json.of(number.longValue());
        case Long number -> Json.of(number);
        case BigInteger number -> new Json.Number(new BigDecimal(number));
        case Double number when Double.isFinite(number) ->
            new Json.Number(BigDecimal.valueOf(number));
        case Map<?, ?> map -> nested(() -> object(map));
        case Iterable<?> list -> nested(() -> array(list));
        default -> new Json.Text(String.valueOf(value));
      };
    }

    private Json nested(java.util.function.Supplier<Json> inner) {
      if (++depth > DEEPEST) {
        throw new MalformedTextException(
            "the document is cyclic or nested deeper than " + DEEPEST + " levels");
      }
      var converted = inner.get();
      depth--;
      return converted;
    }

    private Json object(Map<?, ?> map) {
      var members = new LinkedHashMap<String, Json>();
      map.forEach((name, member) -> members.put(String.valueOf(name), convert(member)));
      return new JsonObject(members);
    }

    private Json array(Iterable<?> list) {
      var items = new ArrayList<Json>();
      list.forEach(item -> items.add(convert(item)));
      return new JsonArray(items);
    }
  }
}
