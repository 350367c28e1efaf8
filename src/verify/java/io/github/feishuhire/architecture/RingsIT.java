package io.github.feishuhire.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.command.Commands;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.settings.SettingDoubt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rings point inward: worker and command to api, worker to download, nothing to them, and only
 * the root sees all.
 */
final class RingsIT {

  private static final String ROOT = MainClasses.ROOT;
  private static final String API = ROOT + ".api..";
  private static final String DOWNLOAD = ROOT + ".download..";
  private static final String WORKER = ROOT + ".worker..";
  private static final String SANDBOX = ROOT + ".sandbox..";
  private static final String SANDBOXED = ROOT + ".sandboxed..";
  private static final String CATALOGUE = ROOT + ".worker.catalogue..";
  private static final String TEMPLATE = ROOT + ".template..";
  private static final String COMMAND = ROOT + ".command..";
  private static final String SETTINGS = ROOT + ".settings..";
  private static final String NETWORK = ROOT + ".network..";
  private static final String MONITORING = ROOT + ".monitoring..";
  private static final String EVENT = ROOT + ".event..";

  @Test
  void theClientIsPlainJava() {
    classes()
        .that()
        .resideInAPackage(API)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            API,
            NETWORK,
            "java..",
            "javax.net..",
            "okhttp3..",
            "okio..",
            "kotlin..",
            "com.fasterxml.jackson..",
            "org.apache.commons.lang3..",
            "org.jspecify..",
            "org.slf4j..")
        .because("the client would ship as its own jar: it knows no Spring, no Camunda, no job")
        .check(MainClasses.ALL);
  }

  @Test
  void downloadsArePlainJavaAndKnowNoFeishu() {
    classes()
        .that()
        .resideInAPackage(DOWNLOAD)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            DOWNLOAD,
            NETWORK,
            "java..",
            "javax.net..",
            "okhttp3..",
            "okio..",
            "kotlin..",
            "org.jspecify..")
        .because("whose file it is, and what becomes of it, is decided by who asks for it")
        .check(MainClasses.ALL);
  }

  @Test
  void theWayOutIsPlainJavaAndKnowsNobodyWhoTakesIt() {
    classes()
        .that()
        .resideInAPackage(NETWORK)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            NETWORK, "java..", "javax.net..", "okhttp3..", "kotlin..", "org.jspecify..")
        .because("the client and the downloads take it, and settings make it")
        .check(MainClasses.ALL);
  }

  @Test
  void theSandboxSharesNothingWithTheClient() {
    noClasses()
        .that()
        .resideInAPackage(SANDBOX)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(API, DOWNLOAD, WORKER)
        .because("a field misspelt in a shared record would agree with itself in every test")
        .check(MainClasses.ALL);
  }

  @Test
  void theSandboxKnowsNothingOfCamunda() {
    noClasses()
        .that()
        .resideInAPackage(SANDBOX)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.camunda..", "org.camunda..")
        .because("it stands in for Feishu alone and serves any client")
        .check(MainClasses.ALL);
  }

  @Test
  void theWorkerSpeaksNoHttp() {
    noClasses()
        .that()
        .resideInAPackage(WORKER)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("okhttp3..", "okio..", "java.net.http..")
        .because("what a reply means is decided in api, once")
        .check(MainClasses.ALL);
  }

  @Test
  void theWorkerKnowsNoSpring() {
    noClasses()
        .that()
        .resideInAPackage(WORKER)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .because("everything is put together by hand in the wirings, in an order that can be read")
        .check(MainClasses.ALL);
  }

  @Test
  void theSandboxTakesParsersFromSpringAndNothingThatStartsIt() {
    noClasses()
        .that()
        .resideInAPackage(SANDBOX)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework.boot..",
            "org.springframework.context..",
            "org.springframework.beans..",
            "org.springframework.stereotype..")
        .because("a test starts it with one line and no context")
        .check(MainClasses.ALL);
  }

  @Test
  void onlyTheRootAndMonitoringKnowTheWorker() {
    classes()
        .that()
        .resideInAPackage(WORKER)
        .and()
        .resideOutsideOfPackage(CATALOGUE)
        .should()
        .onlyBeAccessed()
        .byAnyPackage(ROOT, WORKER, MONITORING)
        .because("nothing calls back up: the client does not know who uses it")
        .check(MainClasses.ALL);
  }

  @Test
  void theCatalogueIsReadByWhoWritesFromItToo() {
    classes()
        .that()
        .resideInAPackage(CATALOGUE)
        .should()
        .onlyBeAccessed()
        .byAnyPackage(ROOT, WORKER, MONITORING, TEMPLATE, COMMAND, EVENT)
        .because("templates and checks follow from it, and from nothing else of the worker")
        .check(MainClasses.ALL);
  }

  @Test
  void theConnectorKnowsNoSandbox() {
    noClasses()
        .that()
        .resideOutsideOfPackages(SANDBOX, SANDBOXED)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(SANDBOX, SANDBOXED)
        .because("its jar has none; and a worker that knew it could treat it unlike Feishu")
        .check(MainClasses.ALL);
  }

  @Test
  void nobodyButTheRootKnowsWhoListens() {
    noClasses()
        .that()
        .resideInAnyPackage(API, DOWNLOAD, WORKER, COMMAND, SANDBOX, SETTINGS, EVENT)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(MONITORING)
        .because("they tell a listener what happens, and work the same without one")
        .check(MainClasses.ALL);
  }

  @Test
  void commandsUseTheClientAndTheCatalogueAndNothingElseOfOurs() {
    noClasses()
        .that()
        .resideInAPackage(COMMAND)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(WORKER, SANDBOX).and(resideOutsideOfPackage(CATALOGUE)))
        .because("a command runs without jobs, and looks at Feishu, whatever stands in for it")
        .check(MainClasses.ALL);
  }

  @Test
  void commandsAreNotStartedBySpring() {
    noClasses()
        .that()
        .resideInAPackage(COMMAND)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework.boot..",
            "org.springframework.context..",
            "org.springframework.beans..")
        .because("settings are read by the root and handed down; a test needs no context")
        .check(MainClasses.ALL);
  }

  @Test
  void onlyTheRootKnowsTheCommands() {
    classes()
        .that()
        .resideInAPackage(COMMAND)
        .should()
        .onlyBeAccessed()
        .byAnyPackage(ROOT, COMMAND)
        .because("nothing calls back up: no ring knows how it is started")
        .check(MainClasses.ALL);
  }

  @Test
  void settingsBecomeWhatTheClientIsGiven() {
    noClasses()
        .that()
        .resideInAPackage(SETTINGS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(WORKER, SANDBOX, COMMAND, DOWNLOAD, ROOT + ".api.http..")
        .because("they are read and checked without anything that is started by them")
        .check(MainClasses.ALL);
  }

  @Test
  void onlyTheRootKnowsTheSettings() {
    classes()
        .that()
        .resideInAPackage(SETTINGS)
        .and()
        .areNotAssignableTo(SettingDoubt.class)
        .should()
        .onlyBeAccessed()
        .byAnyPackage(ROOT, SETTINGS)
        .because("settings are read at the start and handed down; a test needs no context")
        .check(MainClasses.ALL);
  }

  @Test
  void nothingKnowsTheRoot() {
    noClasses()
        .that()
        .resideInAnyPackage(API, DOWNLOAD, WORKER, SANDBOX, COMMAND, SETTINGS, MONITORING, EVENT)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT)
        .because("settings and start-up are handed down, never looked up")
        .check(MainClasses.ALL);
  }

  @Test
  void onlyTheRootAndMonitoringKnowEvents() {
    classes()
        .that()
        .resideInAPackage(EVENT)
        .should()
        .onlyBeAccessed()
        .byAnyPackage(ROOT, EVENT, MONITORING)
        .because("jobs do not know that processes also hear of Feishu in another way")
        .check(MainClasses.ALL);
  }

  @Test
  void eventsKnowNothingOfTheWayTheyCome() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".event")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "jakarta..", "okhttp3..", ROOT + ".event.*..")
        .because("each way in hands over the same envelopes")
        .check(MainClasses.ALL);
  }

  @Test
  void packagesFormNoCycle() {
    slices()
        .matching(ROOT + ".(**)")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(frontDoor(), DescribedPredicate.alwaysTrue())
        .because(
            "a package is understood after those it uses; only the front doors FeishuHire, Sandbox"
                + " and Commands gather what lies behind them")
        .check(MainClasses.ALL);
  }

  private static DescribedPredicate<JavaClass> frontDoor() {
    return DescribedPredicate.describe(
        "a front door",
        type ->
            Stream.of(FeishuHire.class, Sandbox.class, Commands.class)
                .anyMatch(type::isEquivalentTo));
  }
}
