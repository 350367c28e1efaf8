package io.github.feishuhire.api.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.Listings;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.gateway.RecordedRequest;
import io.github.feishuhire.sandbox.http.Api;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ChannelsIT {

  private static final String WEBSITE = "7047318856652261676";
  private static final String PATH = "/open-apis/hire/v1/websites/7047318856652261676/channels";

  private final Sandbox sandbox = Sandbox.start();
  private final Channels channels =
      new FeishuHire(
              Apps.at(sandbox.baseUrl()), QuotaShare.ALONE, HttpSender.create(), Time.system())
          .channels();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void listsThoseOfTheWebsite() {
    List<Channel> found = Listings.all(channels.list(WEBSITE));

    RecordedRequest request = sandbox.requests(Api.LIST_CHANNELS).getFirst();
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.path()).isEqualTo(PATH);
    assertThat(request.query()).isEqualTo(Map.of("page_size", "100"));
    assertThat(found).extracting(Channel::name).containsExactly("官网首页", "微信公众号");
    assertThat(found.getFirst())
        .isEqualTo(
            new Channel(
                "6891560630172518670",
                "官网首页",
                "https://example.jobs.feishu.cn/7047318856652261676?spread=2518670",
                "2518670"));
  }

  @Test
  void createsOne() {
    Channel created = channels.create(WEBSITE, "牛客网", CallOptions.patient(Duration.ZERO));

    RecordedRequest request = sandbox.requests(Api.CREATE_CHANNEL).getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo(PATH);
    assertThat(request.json().toString()).isEqualTo("{\"channel_name\":\"牛客网\"}");
    assertThat(created.name()).isEqualTo("牛客网");
    assertThat(created.id()).isEqualTo(sandbox.channels().getLast().id());
    assertThat(Listings.all(channels.list(WEBSITE))).contains(created);
  }
}
