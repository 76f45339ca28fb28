package dev.faultline.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * The pairs inside a value: {@code Server=db;Database=orders} of a connection string, {@code
 * host=db port=5432} of libpq, {@code -Dpayment.host=payment} of Java's options.
 */
final class InnerPairs {

  private static final int LONGEST_VALUE = 16_384;
  private static final int MOST = 100;

  private InnerPairs() {}

  static List<Setting> of(String value) {
    if (value.length() > LONGEST_VALUE || value.indexOf('=') < 0) {
      return List.of();
    }
    var pairs = new ArrayList<Setting>();
    for (String part : Words.of(withoutQuotes(value), separators(value))) {
      int equals = part.indexOf('=');
      if (equals <= 0 || part.lastIndexOf("://", equals) >= 0 || pairs.size() == MOST) {
        continue;
      }
      pairs.add(
          new Setting(name(part.substring(0, equals)), plainHost(part.substring(equals + 1))));
    }
    return pairs;
  }

  /** {@code host='db'} without its quotes; other quotes separate. */
  private static String withoutQuotes(String value) {
    if (value.indexOf("='") < 0 && value.indexOf("=\"") < 0) {
      return value;
    }
    return value.replace("='", "=").replace("=\"", "=");
  }

  private static String separators(String value) {
    if (value.indexOf("(") >= 0 && value.indexOf(")") > 0) {
      return " \t\r\n\"'();"; // Oracle's (ADDRESS=(HOST=db)(PORT=1521))
    }
    return value.indexOf(';') >= 0 ? ";" : " \t\r\n\"'";
  }

  private static String name(String written) {
    var name = written.strip();
    if (name.startsWith("-D")) {
      return name.substring(2);
    }
    // ADO.NET's own words for a host.
    return name.equalsIgnoreCase("data source") ? "server" : name;
  }

  /** A SQL Server's address has a protocol before it, and port or instance behind it. */
  private static String plainHost(String written) {
    var value = written.strip();
    if (value.startsWith("tcp:")) {
      value = value.substring("tcp:".length());
    }
    for (int i = 0; i < value.length(); i++) {
      boolean portFollows =
          value.charAt(i) == ',' && i + 1 < value.length() && HostName.isDigit(value.charAt(i + 1));
      if (portFollows || value.charAt(i) == '\\') {
        return value.substring(0, i);
      }
    }
    return value;
  }
}
