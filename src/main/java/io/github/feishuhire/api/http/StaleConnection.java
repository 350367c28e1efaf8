package io.github.feishuhire.api.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import okhttp3.Connection;
import okhttp3.Interceptor;

/**
 * An idle connection that the other side has closed. OkHttp looks for that only after ten seconds
 * of idleness and else finds out by writing the request, when nobody can say any more that it had
 * no effect.
 */
final class StaleConnection extends IOException {

  /** Throws one before the first byte is written; the connection is not used again. */
  static final Interceptor CHECK =
      chain -> {
        Connection connection = chain.connection();
        SendProgress progress = chain.request().tag(SendProgress.class);
        if (connection != null
            && progress != null
            && progress.reusesConnection()
            && isStale(connection.socket())) {
          throw new StaleConnection();
        }
        return chain.proceed(chain.request());
      };

  /**
   * Nothing may be there to read, neither an end nor a byte, before something was asked. That is
   * seen without waiting; what has no channel, as behind a SOCKS proxy, is used once.
   */
  private static boolean isStale(Socket socket) {
    SocketChannel channel = socket.getChannel();
    if (channel == null) {
      return true;
    }
    try {
      channel.configureBlocking(false);
      boolean silent = channel.read(ByteBuffer.allocate(1)) == 0;
      channel.configureBlocking(true);
      return !silent;
    } catch (IOException broken) {
      return true;
    }
  }
}
