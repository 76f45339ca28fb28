package dev.faultline.cluster.fabric8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key with its self-signed certificate, made by the JDK's keytool. */
record TestKeys(KeyStore store, char[] password) {

  /**
   * Makes a pair.
   *
   * @param algorithm RSA or EC
   * @param names such as {@code dns:shop.test}
   */
  static TestKeys make(Path folder, String name, String algorithm, String names)
      throws IOException, InterruptedException, GeneralSecurityException {
    var file = folder.resolve(name + ".p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var command =
        List.of(
            keytool,
            "-genkeypair",
            "-alias",
            "own",
            "-keyalg",
            algorithm,
            "-dname",
            "CN=" + name,
            "-ext",
            "san=" + names,
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            "changeit",
            "-validity",
            "2");
    var process = new ProcessBuilder(command).inheritIO().start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("keytool made no key");
    }
    var store = KeyStore.getInstance("PKCS12");
    var password = "changeit".toCharArray();
    try (var in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    return new TestKeys(store, password);
  }

  Pem certificate() throws GeneralSecurityException {
    return pem("CERTIFICATE", store.getCertificate("own").getEncoded());
  }

  Pem key() throws GeneralSecurityException {
    return pem("PRIVATE KEY", store.getKey("own", password).getEncoded());
  }

  /** A server that shows these keys and takes clients with the certificate. */
  SSLContext server(Certificate client) throws IOException, GeneralSecurityException {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("client", client);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static Pem pem(String what, byte[] der) {
    var text =
        "-----BEGIN "
            + what
            + "-----\n"
            + Base64.getMimeEncoder().encodeToString(der)
            + "\n-----END "
            + what
            + "-----\n";
    return new Pem.Inline(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII), "a test");
  }
}
