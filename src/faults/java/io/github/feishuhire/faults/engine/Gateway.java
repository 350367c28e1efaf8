package io.github.feishuhire.faults.engine;

import io.github.feishuhire.testbed.process.FreePort;
import io.grpc.CallOptions;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.HandlerRegistry;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * One worker's way to the broker. It passes every call on, knows which it is, and can hold it up on
 * either side of the broker, keep jobs back, or be cut.
 */
public final class Gateway implements AutoCloseable {

  private final int port = FreePort.find();
  private final ManagedChannel channel;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final JobIndex jobs = new JobIndex();
  private final List<Hold> holds = new CopyOnWriteArrayList<>();
  private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
  private final Queue<Command> handOuts = new ConcurrentLinkedQueue<>();
  private final Set<CancellableContext> requestsForJobs = ConcurrentHashMap.newKeySet();
  private final Map<Method, Status> refusals = new ConcurrentHashMap<>();
  private final Map<Method, Status> refused = new ConcurrentHashMap<>();
  private final Lane lane;
  private volatile boolean givesJobs;
  private @Nullable Server server;

  /** On the main lane. */
  public Gateway(int brokerPort) {
    this(brokerPort, Lane.MAIN);
  }

  /** Gives no jobs at first. */
  public Gateway(int brokerPort, Lane lane) {
    this.lane = lane;
    channel = NettyChannelBuilder.forAddress("127.0.0.1", brokerPort).usePlaintext().build();
    heal();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public void giveJobs() {
    givesJobs = true;
  }

  /** No job is handed out by this way when this returns, and none until {@link #giveJobs}. */
  public void keepJobs() {
    givesJobs = false;
    requestsForJobs.forEach(request -> request.cancel(null));
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(requestsForJobs::isEmpty);
  }

  public Hold hold(Hold hold) {
    holds.add(hold);
    return hold;
  }

  /** The next such call gets this answer, and the broker does not hear of it. */
  public void refuseNext(Method method, Status answer) {
    refusals.put(method, answer);
  }

  /** Every such call gets this answer until {@link #accept}, and the broker hears of none. */
  public void refuse(Method method, Status answer) {
    refused.put(method, answer);
  }

  public void accept(Method method) {
    refused.remove(method);
  }

  /** What the worker sent about jobs, also what was held up or dropped. */
  public List<Command> commands() {
    return List.copyOf(commands);
  }

  /** The candidates whose jobs the broker handed out by this way, in order. */
  public List<String> handedOut() {
    return handOuts.stream().map(Command::candidate).toList();
  }

  /** As {@link #handedOut}, and when. */
  public List<Command> handOuts() {
    return List.copyOf(handOuts);
  }

  /** Breaks every connection and takes no new one. */
  public synchronized void cut() {
    Server current = server;
    server = null;
    if (current != null) {
      current.shutdownNow();
      try {
        current.awaitTermination(5, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  public synchronized void heal() {
    try {
      server =
          NettyServerBuilder.forAddress(
                  new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
              .executor(threads)
              .fallbackHandlerRegistry(new Passage())
              .permitKeepAliveWithoutCalls(true)
              .permitKeepAliveTime(1, TimeUnit.SECONDS)
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    holds.forEach(Hold::drop);
    cut();
    channel.shutdownNow();
    threads.shutdownNow();
  }

  /** Every method of the gateway, as bytes; one reply is a stream of one. */
  private final class Passage extends HandlerRegistry {
    @Override
    public ServerMethodDefinition<byte[], byte[]> lookupMethod(
        String name, @Nullable String authority) {
      MethodDescriptor<byte[], byte[]> descriptor =
          MethodDescriptor.newBuilder(new Bytes(), new Bytes())
              .setType(MethodType.SERVER_STREAMING)
              .setFullMethodName(name)
              .build();
      return ServerMethodDefinition.create(
          descriptor,
          ServerCalls.asyncServerStreamingCall(
              (request, replies) -> pass(descriptor, request, replies)));
    }
  }

  private void pass(
      MethodDescriptor<byte[], byte[]> descriptor, byte[] request, StreamObserver<byte[]> replies) {
    try {
      if (Method.of(descriptor.getFullMethodName()) == Method.ACTIVATE_JOBS) {
        passRequestForJobs(descriptor, request, replies);
      } else {
        passCommand(descriptor, request, replies);
      }
      replies.onCompleted();
    } catch (StatusRuntimeException e) {
      replies.onError(e.getStatus().asRuntimeException());
    }
  }

  private void passRequestForJobs(
      MethodDescriptor<byte[], byte[]> descriptor, byte[] request, StreamObserver<byte[]> replies) {
    awaitJobs();
    requireAccepted(Method.ACTIVATE_JOBS);
    CancellableContext context = Context.current().withCancellation();
    requestsForJobs.add(context);
    Context before = context.attach();
    try {
      Iterator<byte[]> answers = call(descriptor, lane.entering(request));
      while (answers.hasNext()) {
        byte[] answer = lane.leaving(answers.next());
        List<String> candidates = jobs.learn(answer);
        Instant now = Instant.now();
        candidates.forEach(one -> handOuts.add(new Command(Method.ACTIVATE_JOBS, one, now)));
        holds.forEach(hold -> hold.pass(Method.ACTIVATE_JOBS, Moment.AFTER_BROKER, candidates));
        replies.onNext(answer);
      }
    } catch (StatusRuntimeException e) {
      if (givesJobs || e.getStatus().getCode() != Status.Code.CANCELLED) {
        throw e;
      }
    } finally {
      context.detach(before);
      context.cancel(null);
      requestsForJobs.remove(context);
    }
  }

  private void passCommand(
      MethodDescriptor<byte[], byte[]> descriptor, byte[] request, StreamObserver<byte[]> replies) {
    Method method = Method.of(descriptor.getFullMethodName());
    String candidate = jobs.candidate(method, request);
    List<String> whose = List.of(candidate);
    if (!candidate.isEmpty()) {
      commands.add(new Command(method, candidate, Instant.now()));
    }
    Status refusal = refusals.remove(method);
    if (refusal != null) {
      throw refusal.asRuntimeException();
    }
    requireAccepted(method);
    holds.forEach(hold -> hold.pass(method, Moment.BEFORE_BROKER, whose));
    Context onItsWay = Context.current().fork(); // whether the worker still waits or not
    Context before = onItsWay.attach();
    try {
      Iterator<byte[]> answers = call(descriptor, request);
      while (answers.hasNext()) {
        byte[] answer = answers.next();
        holds.forEach(hold -> hold.pass(method, Moment.AFTER_BROKER, whose));
        replies.onNext(answer);
      }
    } finally {
      onItsWay.detach(before);
    }
  }

  private void requireAccepted(Method method) {
    Status refusal = refused.get(method);
    if (refusal != null) {
      throw refusal.asRuntimeException();
    }
  }

  private Iterator<byte[]> call(MethodDescriptor<byte[], byte[]> descriptor, byte[] request) {
    return ClientCalls.blockingServerStreamingCall(
        channel, descriptor, CallOptions.DEFAULT, request);
  }

  private void awaitJobs() {
    try {
      while (!givesJobs) {
        if (Context.current().isCancelled()) {
          throw Status.CANCELLED.asRuntimeException();
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Status.UNAVAILABLE.asRuntimeException();
    }
  }

  /** Messages as they are. */
  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] message) {
      return new ByteArrayInputStream(message);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
