package io.github.feishuhire.testbed.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;

/** TLS before a server, with a certificate that only a private authority vouches for. */
public final class PrivateTls implements AutoCloseable {

  private final HeldCertificate authority =
      new HeldCertificate.Builder().commonName("the company").certificateAuthority(0).build();
  private final Relay relay;

  /**
   * Starts, for this machine alone.
   *
   * @param name that the certificate is for
   * @param behind the server, on this machine
   */
  public PrivateTls(String name, URI behind) {
    this(name, behind, InetAddress.getLoopbackAddress());
  }

  /**
   * Starts.
   *
   * @param address of this machine; null for all of them
   */
  public PrivateTls(String name, URI behind, @Nullable InetAddress address) {
    HeldCertificate own =
        new HeldCertificate.Builder().addSubjectAlternativeName(name).signedBy(authority).build();
    HandshakeCertificates certificates =
        new HandshakeCertificates.Builder().heldCertificate(own).build();
    try {
      relay =
          new Relay(
              certificates.sslContext().getServerSocketFactory().createServerSocket(0, 50, address),
              caller -> welcome(caller, behind.getPort()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void welcome(Socket caller, int port) throws IOException {
    relay.join(caller, new Socket(InetAddress.getLoopbackAddress(), port));
  }

  public int port() {
    return relay.port();
  }

  /** Who trusts the authority. */
  public HandshakeCertificates trust() {
    return new HandshakeCertificates.Builder()
        .addTrustedCertificate(authority.certificate())
        .build();
  }

  /** A PEM file with the certificate of the authority. */
  public Path authority(Path folder) {
    try {
      return Files.writeString(folder.resolve("authority.pem"), authority.certificatePem());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    relay.close();
  }
}
