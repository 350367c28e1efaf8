package io.github.feishuhire.demo;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.github.feishuhire.Application;
import io.github.feishuhire.demo.page.Desk;
import io.github.feishuhire.demo.page.Page;
import io.github.feishuhire.demo.seen.EngineLog;
import io.github.feishuhire.demo.seen.Seen;
import io.github.feishuhire.process.EmbeddedEngine;
import io.github.feishuhire.process.UserTasks;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandboxed.SandboxStart;
import io.github.feishuhire.words.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Starts everything on this machine, sends the candidates through {@code bpmn/hire-candidate.bpmn}
 * and {@code bpmn/hire-to-onboarding.bpmn}, and serves a page that shows it.
 */
public final class Demo {

  private static final Path FOLDER = Path.of("target", "demo");
  private static final Path DOCUMENT_ROOT = FOLDER.resolve("root");
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Demo() {}

  /**
   * With {@code --exit} it ends by itself, with status 0 only if every candidate ended as expected.
   */
  public static void main(String[] args) throws InterruptedException {
    var arguments = Arguments.of(args);
    Words words = arguments.words();
    try {
      useOwnFolders();
      System.exit(run(args, Ports.choose(), arguments, words) ? 0 : 1);
    } catch (IOException | RuntimeException e) {
      OUT.println(words.say("failed", lastCause(e)));
      System.exit(1);
    }
  }

  /** Native libraries want one, and that of the machine may be read-only. */
  private static void useOwnFolders() throws IOException {
    Files.createDirectories(DOCUMENT_ROOT);
    Path folder = Files.createDirectories(FOLDER.resolve("tmp"));
    System.setProperty("java.io.tmpdir", folder.toAbsolutePath().toString());
  }

  private static boolean run(String[] args, Ports ports, Arguments arguments, Words words)
      throws InterruptedException {
    ZeebeTestEngine engine = EmbeddedEngine.create(ports.engine());
    engine.start();
    var seen = new Seen(new EngineLog(engine.getRecordStreamSource()));
    var company = new Company();
    var inFeishu = new InFeishu(seen, company);
    var desk = new Desk(seen, new UserTasks(engine), company, inFeishu::isDecidedThere);
    var page = new Page(seen, company, desk, arguments.language());
    Consumer<Sandbox> opened = page::show;
    ConfigurableApplicationContext application =
        start(args, ports, page, opened.andThen(inFeishu::open));
    var client = application.getBean(CamundaClient.class);
    var play = new Play(client, seen, company, desk, inFeishu, page, words, OUT);
    OUT.println(words.say("page", ports.page()));
    OUT.println(words.say("deploy", ports.engine()));
    boolean asExpected = play.first(arguments.language());
    if (!arguments.exit()) {
      OUT.println(words.say("look", ports.page()));
      OUT.println(words.say("stop"));
      play.on();
    }
    application.close();
    engine.stop();
    return asExpected;
  }

  private static ConfigurableApplicationContext start(
      String[] args, Ports ports, Page page, Consumer<Sandbox> opened) {
    ApplicationContextInitializer<GenericApplicationContext> withPage =
        context -> {
          page.addTo(context);
          context.registerBean(DocumentRoot.class, () -> new DocumentRoot(DOCUMENT_ROOT));
        };
    return new SpringApplicationBuilder(Application.class)
        .listeners(new SandboxStart(opened))
        .initializers(withPage)
        .run(
            Settings.asArguments(
                args,
                List.of(
                    "camunda.client.grpc-address=http://localhost:" + ports.engine(),
                    "camunda.client.prefer-rest-over-grpc=false",
                    "camunda.client.auth.method=none",
                    "feishu.events.mode=long-connection",
                    "server.address=127.0.0.1",
                    "server.port=" + ports.page(),
                    "server.shutdown=immediate",
                    "server.tomcat.basedir=" + FOLDER.resolve("tomcat").toAbsolutePath(),
                    "management.tracing.enabled=true",
                    "management.observations.enable.all=false",
                    "management.observations.enable.feishu.hire=true",
                    "management.metrics.enable.feishu.hire.run=false",
                    "management.metrics.enable.feishu.hire.request=false",
                    "logging.level.root=WARN",
                    "logging.level.io.camunda.client.impl.CamundaCallCredentials=ERROR",
                    "logging.level.org.springframework.boot.diagnostics=OFF",
                    "logging.level.org.springframework.boot.SpringApplication=OFF",
                    "logging.level.io.github.feishuhire.sandbox=INFO",
                    "logging.level.io.github.feishuhire.job=OFF")));
  }

  private static String lastCause(Throwable e) {
    Throwable cause = e.getCause();
    return cause == null ? String.valueOf(e.getMessage()) : lastCause(cause);
  }
}
