package io.github.feishuhire.download;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Dns;

/**
 * Resolves names to addresses of the public internet only. OkHttp connects to what this returns and
 * resolves nothing again, so a name cannot mean one address when it is checked and another when it
 * is used.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA: special-purpose
 *     addresses</a>
 */
final class PublicAddresses implements Dns {

  /** A name that stands for an address inside somebody's network. */
  static final class NotPublicException extends UnknownHostException {

    private static final long serialVersionUID = 1;

    NotPublicException() {
      super("the name stands for an address that is not public");
    }
  }

  private static final List<AddressBlock> NOT_PUBLIC_V4 =
      blocks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /** Everything else, translated IPv4 addresses among it, is not global unicast. */
  private static final AddressBlock PUBLIC_V6 = AddressBlock.of("2000::/3");

  private static final List<AddressBlock> NOT_PUBLIC_V6 =
      blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private final Dns resolver;

  PublicAddresses(Dns resolver) {
    this.resolver = resolver;
  }

  /** One address that is not public spoils them all: an honest name has none. */
  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> addresses = resolver.lookup(host);
    if (!addresses.stream().allMatch(PublicAddresses::isPublic)) {
      throw new NotPublicException();
    }
    return addresses;
  }

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address
        ? NOT_PUBLIC_V4.stream().noneMatch(block -> block.contains(bytes))
        : PUBLIC_V6.contains(bytes)
            && NOT_PUBLIC_V6.stream().noneMatch(block -> block.contains(bytes));
  }

  private static List<AddressBlock> blocks(String... texts) {
    return Stream.of(texts).map(AddressBlock::of).toList();
  }
}
