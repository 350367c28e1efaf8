package io.github.feishuhire.command.setup;

import io.camunda.client.CamundaClient;
import io.github.feishuhire.api.App;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.network.Egress;
import io.github.feishuhire.settings.SettingDoubt;
import io.github.feishuhire.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the application is set up on this machine.
 *
 * @param settings what somebody has set, in alphabetical order
 * @param doubts about settings that can be used as they are
 * @param problem what is wrong with the settings, in one line that says how to mend it; null when
 *     nothing is
 * @param apps by the names of their connections, the default one first; empty when there is a
 *     problem
 * @param events of the connections whose events are received
 * @param quotaShare the part of the apps' limits that may be used
 * @param egress the way to Feishu
 * @param camunda the client, made when it is first asked for; throws when its settings cannot be
 *     used
 * @param restConfigured whether somebody has said where Camunda's REST API is
 * @param words in the language that somebody has set
 */
public record Setup(
    List<Setting> settings,
    List<SettingDoubt> doubts,
    @Nullable String problem,
    Map<String, App> apps,
    Map<String, ReceivedEvents> events,
    QuotaShare quotaShare,
    Egress egress,
    Supplier<CamundaClient> camunda,
    boolean restConfigured,
    Words words) {

  public Setup {
    settings = List.copyOf(settings);
    doubts = List.copyOf(doubts);
    apps = new LinkedHashMap<>(apps);
    events = Map.copyOf(events);
  }
}
