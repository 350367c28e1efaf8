package io.github.feishuhire.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.CredentialsProvider;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc.GatewayImplBase;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyResponse;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which threads a command to the engine passes through, with a gateway that asks for a token. */
final class VirtualCallbacksTest {

  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  private final AtomicInteger refusals = new AtomicInteger();
  private final List<Thread> adding = new CopyOnWriteArrayList<>();
  private final List<Thread> judging = new CopyOnWriteArrayList<>();
  private final Server gateway = gateway();
  private final CamundaClient client =
      CamundaClient.newClientBuilder()
          .grpcAddress(URI.create("http://127.0.0.1:" + gateway.getPort()))
          .preferRestOverGrpc(false)
          .credentialsProvider(new Credentials())
          .withInterceptors(new VirtualCallbacks())
          .build();

  @AfterEach
  void close() {
    client.close();
    gateway.shutdownNow();
  }

  @Test
  void aVirtualThreadHandlesTheAnswer() {
    var answered = client.newTopologyRequest().send().toCompletableFuture();
    CompletableFuture<Thread> handling = answered.thenApply(answer -> Thread.currentThread());
    mayAnswer.countDown();

    assertThat(handling.join().isVirtual()).isTrue();
  }

  @Test
  void whoeverSendsTheThreadOfTheNetworkDoesNotWaitForCredentials() {
    mayAnswer.countDown();

    client.newTopologyRequest().send().join();
    client.newTopologyRequest().send().join();

    assertThat(adding).hasSize(2).allMatch(Thread::isVirtual);
  }

  @Test
  void aVirtualThreadThatSendsAddsTheCredentialsItself() throws InterruptedException {
    mayAnswer.countDown();
    client.newTopologyRequest().send().join(); // connects
    Thread sender = Thread.startVirtualThread(() -> client.newTopologyRequest().send().join());
    sender.join();

    assertThat(adding).last().isSameAs(sender);
  }

  @Test
  void aRefusedTokenMayBeFetchedAgainWithoutHoldingUpAnybody() {
    refusals.set(1);
    mayAnswer.countDown();

    client.newTopologyRequest().send().join();

    assertThat(judging).singleElement().matches(Thread::isVirtual);
    assertThat(adding).hasSize(2).last().matches(Thread::isVirtual);
  }

  private final class Credentials implements CredentialsProvider {

    @Override
    public void applyCredentials(CredentialsApplier applier) {
      adding.add(Thread.currentThread());
      applier.put("Authorization", "Bearer of-the-engine");
    }

    @Override
    public boolean shouldRetryRequest(StatusCode status) {
      judging.add(Thread.currentThread());
      return status.isUnauthorized();
    }
  }

  private Server gateway() {
    try {
      return Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
          .addService(new Gateway())
          .build()
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Gateway extends GatewayImplBase {

    @Override
    public void topology(TopologyRequest request, StreamObserver<TopologyResponse> answer) {
      try {
        mayAnswer.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (refusals.getAndDecrement() > 0) {
        answer.onError(Status.UNAUTHENTICATED.asRuntimeException());
        return;
      }
      answer.onNext(TopologyResponse.getDefaultInstance());
      answer.onCompleted();
    }
  }
}
