package dev.faultline.cluster.fabric8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the first connection of a process has to load is a third of a second's work. Done on a
 * thread beside the reading of arguments and kubeconfig, it is ready when it is needed.
 */
public final class FirstContact {

  private static final Logger LOG = LoggerFactory.getLogger(FirstContact.class);

  private FirstContact() {}

  /** Begins to load, and returns at once; nothing is sent anywhere. */
  public static void prepare() {
    Thread.ofPlatform().name("first contact").daemon().start(FirstContact::load);
  }

  /** A greeting that nobody is sent makes keys and loads ciphers, as a real one would. */
  private static void load() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, null, null);
      SSLEngine engine = context.createSSLEngine("localhost", 443);
      engine.setUseClientMode(true);
      engine.beginHandshake();
      engine.wrap(
          ByteBuffer.allocate(0), ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
    } catch (GeneralSecurityException | SSLException e) {
      LOG.debug("the first connection will load what it needs itself", e);
    }
  }
}
