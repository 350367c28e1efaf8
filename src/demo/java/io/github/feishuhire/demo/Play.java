package io.github.feishuhire.demo;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.github.feishuhire.demo.page.Desk;
import io.github.feishuhire.demo.page.Page;
import io.github.feishuhire.demo.seen.Seen;
import io.github.feishuhire.process.ShippedModel;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Everything that happens by itself, on one thread. */
final class Play {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  /**
   * The first command of all: an engine that has just started on a slow machine needs more than ten
   * seconds.
   */
  private static final Duration TO_DEPLOY = Duration.ofMinutes(2);

  /** One by one, so that somebody can follow. */
  private static final Duration PACE = Duration.ofMillis(900);

  private final CamundaClient client;
  private final Seen seen;
  private final Company company;
  private final Desk desk;
  private final InFeishu inFeishu;
  private final Page page;
  private final Words words;
  private final PrintStream out;
  private final Progress progress;
  private final List<Round> rounds = new ArrayList<>();
  private int number;

  Play(
      CamundaClient client,
      Seen seen,
      Company company,
      Desk desk,
      InFeishu inFeishu,
      Page page,
      Words words,
      PrintStream out) {
    this.client = client;
    this.seen = seen;
    this.company = company;
    this.desk = desk;
    this.inFeishu = inFeishu;
    this.page = page;
    this.words = words;
    this.out = out;
    this.progress = new Progress(company, words, out);
  }

  /** Deploys, sends the candidates once, and says what became of them. */
  boolean first(Language language) throws InterruptedException {
    deploy();
    out.println();
    Round round = round(language, Duration.ZERO);
    Instant limit = Instant.now().plus(PATIENCE);
    while (!round.isOver() && Instant.now().isBefore(limit)) {
      go(List.of(round));
    }
    round.print(words, out);
    return round.isAsExpected();
  }

  /** Goes on for as long as somebody wants to look. */
  void on() throws InterruptedException {
    while (!Thread.currentThread().isInterrupted()) {
      company.next().ifPresent(language -> rounds.add(round(language, PACE)));
      rounds.removeIf(Round::isOver);
      go(rounds);
    }
  }

  private void go(List<Round> rounds) throws InterruptedException {
    Instant now = Instant.now();
    rounds.forEach(round -> round.advance(now));
    Seen.News news = seen.look();
    progress.tell(news.happenings());
    page.tell(news, now);
    try {
      inFeishu.work(now, page.patienceOfRecruiter(), desk);
      desk.work(client, now, page.patienceOfRecruiter());
    } catch (ClientException gone) {
      // Somebody has cancelled the instance or done the task meanwhile.
    }
    Thread.sleep(BETWEEN_LOOKS);
  }

  private Round round(Language language, Duration pace) {
    int nth = number++;
    return new Round(Candidate.all(), candidate -> start(candidate, language, nth), pace);
  }

  private Run start(Candidate candidate, Language language, int nth) {
    long instance =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId(
                language == Language.EN
                    ? candidate.process()
                    : candidate.process() + "-" + language)
            .latestVersion()
            .variables(candidate.variables(nth))
            .send()
            .join()
            .getProcessInstanceKey();
    company.add(instance, candidate);
    return new Run(candidate, instance, seen::instance);
  }

  private void deploy() {
    var command = client.newDeployResourceCommand();
    List<String> names = ShippedModel.names();
    String first = names.getFirst();
    var withResources = command.addResourceStringUtf8(ShippedModel.of(first), first);
    for (String name : names.subList(1, names.size())) {
      withResources = withResources.addResourceStringUtf8(ShippedModel.of(name), name);
    }
    var unused = withResources.requestTimeout(TO_DEPLOY).send().join();
    out.println(words.say("deployed", words.list(names.stream())));
  }
}
