package io.github.feishuhire.worker.engine;

import io.grpc.CallCredentials;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import java.util.concurrent.Executor;

/**
 * Keeps the commands to the engine on virtual threads: the credentials are added by the thread that
 * sends one, and what is answered is handled on another one. By itself gRPC has a pool of platform
 * threads for both, and every command changes threads twice more.
 */
public final class VirtualCallbacks implements ClientInterceptor {

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    CallOptions ours = options.withExecutor(Thread::startVirtualThread);
    CallCredentials credentials = options.getCredentials();
    return next.newCall(
        method, credentials == null ? ours : ours.withCallCredentials(new InPlace(credentials)));
  }

  /**
   * Credentials that may have to fetch a token, for which a virtual thread can wait. While there is
   * no connection yet, they are asked for on the thread of the network, which must not.
   */
  private static final class InPlace extends CallCredentials {

    private final CallCredentials credentials;

    InPlace(CallCredentials credentials) {
      this.credentials = credentials;
    }

    @Override
    public void applyRequestMetadata(RequestInfo request, Executor pool, MetadataApplier applier) {
      Executor here =
          Thread.currentThread().isVirtual() ? Runnable::run : Thread::startVirtualThread;
      credentials.applyRequestMetadata(request, here, applier);
    }
  }
}
