package io.github.feishuhire.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.testbed.engine.Broker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.springframework.boot.SpringApplication;

/** A test's name says when it is run, and its folder agrees with it. */
final class TestKindsIT {

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .importPaths(Path.of("target", "classes"), Path.of("target", "test-classes"));

  /** Run by a profile alone: on what it has made, or with a program that not every machine has. */
  private static final Set<String> BY_THEMSELVES =
      Set.of("AppliedTemplatesCheck", "TinyproxyCheck");

  @Test
  void eachTestIsRunByTheCommandOfItsFolder() {
    assertThat(ALL.stream().filter(TestKindsIT::isTest).map(TestKindsIT::outermost))
        .filteredOn(type -> !BY_THEMSELVES.contains(type.getSimpleName()))
        .isNotEmpty()
        .allSatisfy(
            type ->
                assertThat(type.getSimpleName())
                    .endsWith(isIn("src/test/java", type) ? "Test" : "IT"));
  }

  @Test
  void aUnitTestStartsNoneOfTheBigThings() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Test")
        .should()
        .transitivelyDependOnClassesThat()
        .belongToAnyOf(ZeebeTestEngine.class, Broker.class, SpringApplication.class, Sandbox.class)
        .because("./mvnw test is run after each change: name it IT and put it into src/verify")
        .check(ALL);
  }

  private static boolean isTest(JavaClass type) {
    return type.getMethods().stream()
        .anyMatch(method -> method.isMetaAnnotatedWith(Testable.class));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(TestKindsIT::outermost).orElse(type);
  }

  private static boolean isIn(String folder, JavaClass type) {
    return Files.exists(Path.of(folder, type.getName().replace('.', '/') + ".java"));
  }
}
