package dev.faultline.cluster.fabric8;

import dev.faultline.cluster.fabric8.Credential.ClientCertificate;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whom we trust and how we show ourselves on the line. An authority that is given is the only one
 * trusted, as with kubectl; fabric8 would trust those of the platform besides, and read them all.
 */
final class Tls {

  private Tls() {}

  /**
   * @throws LinkException if a certificate or key can't be read
   */
  static SSLContext context(KubeCluster cluster, Credential credential) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(keys(credential.certificate()), trust(cluster), null);
      return cluster
          .tlsServerName()
          .<SSLContext>map(name -> ServerNameContext.over(context, name))
          .orElse(context);
    } catch (GeneralSecurityException e) {
      throw new LinkException(
          new LinkFailure.BadContext(
              "The certificates of cluster " + cluster.name() + " can't be used."));
    }
  }

  private static TrustManager[] trust(KubeCluster cluster) throws GeneralSecurityException {
    if (cluster.insecure()) {
      try {
        return SSLUtils.trustManagers("", "", true, "", "");
      } catch (IOException e) {
        throw new GeneralSecurityException(e);
      }
    }
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    if (cluster.authority().isPresent()) {
      factory.init(authorities(cluster.authority().get()));
    } else {
      factory.init((KeyStore) null); // The platform's authorities.
    }
    return factory.getTrustManagers();
  }

  private static KeyStore authorities(Pem pem) throws GeneralSecurityException {
    try {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      var certificates =
          java.security.cert.CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(pem.read()));
      int n = 0;
      for (var certificate : certificates) {
        store.setCertificateEntry("authority-" + n++, certificate);
      }
      if (n == 0) {
        throw unreadable("certificate authority", pem);
      }
      return store;
    } catch (IOException | java.security.cert.CertificateException e) {
      throw unreadable("certificate authority", pem);
    }
  }

  private static KeyManager[] keys(Optional<ClientCertificate> own)
      throws GeneralSecurityException {
    if (own.isEmpty()) {
      return new KeyManager[0];
    }
    byte[] certificate = read("client certificate", own.get().certificate());
    var key = keyBlock(new String(read("client key", own.get().key()), StandardCharsets.US_ASCII));
    // A PKCS#8 key does not say its algorithm where it can be seen: the one that fits is found.
    for (String algorithm : List.of("RSA", "EC")) {
      try {
        return SSLUtils.keyManagers(
            new ByteArrayInputStream(certificate),
            new ByteArrayInputStream(key.getBytes(StandardCharsets.US_ASCII)),
            algorithm,
            "in memory only",
            "",
            "");
      } catch (IOException | GeneralSecurityException | RuntimeException e) {
        continue; // Said below, if the other algorithm does not fit either.
      }
    }
    throw unreadable("client certificate or key", own.get().key());
  }

  /** The private key alone: EC keys often come with their parameters before them. */
  private static String keyBlock(String pem) {
    int end = pem.indexOf("PRIVATE KEY-----");
    int start = pem.lastIndexOf("-----BEGIN", Math.max(end, 0));
    return start < 0 ? pem : pem.substring(start);
  }

  private static byte[] read(String what, Pem pem) {
    try {
      return pem.read();
    } catch (IOException e) {
      throw unreadable(what, pem);
    }
  }

  private static LinkException unreadable(String what, Pem pem) {
    return new LinkException(
        new LinkFailure.BadContext("The " + what + " (" + pem.place() + ") can't be read."));
  }
}
