package io.github.feishuhire.camunda;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.camunda.client.CamundaClient;
import io.github.feishuhire.process.ShippedModel;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shipped files, as they are; those for a newer Camunda stay behind. */
final class Deployment {

  private static final Pattern PLATFORM =
      Pattern.compile("executionPlatformVersion=\"8\\.(\\d+)\\.");
  private static final int MINOR = 6;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final CamundaClient client;
  private final Words words;
  private final PrintStream out;

  Deployment(CamundaClient client, Words words, PrintStream out) {
    this.client = client;
    this.words = words;
    this.out = out;
  }

  void deploy() throws JsonProcessingException {
    List<String> deployed = new ArrayList<>();
    List<String> newer = new ArrayList<>();
    ShippedModel.names().forEach(name -> (isNewer(name) ? newer : deployed).add(name));
    var command =
        client
            .newDeployResourceCommand()
            .addResourceStringUtf8(content(deployed.getFirst()), deployed.getFirst());
    for (String name : deployed.subList(1, deployed.size())) {
      command = command.addResourceStringUtf8(content(name), name);
    }
    var unused = command.requestTimeout(PATIENCE).send().join();
    out.println(words.say("deployed", words.list(deployed.stream())));
    out.println(words.say("newer", words.list(newer.stream())));
  }

  private static boolean isNewer(String name) {
    Matcher platform = PLATFORM.matcher(ShippedModel.of(name));
    return platform.find() && Integer.parseInt(platform.group(1)) > MINOR;
  }

  private String content(String name) throws JsonProcessingException {
    String file = ShippedModel.of(name);
    if (!name.endsWith(".form")) {
      return file;
    }
    Language language = name.startsWith("zh-CN/") ? Language.ZH_CN : Language.EN;
    return OlderForms.withoutFilePickers(
        file, Words.in(language, RealCamunda.BUNDLE).getString("noFile"));
  }
}
