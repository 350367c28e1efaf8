package io.github.feishuhire.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HabitsIT {

  static Stream<JavaPackage> packages() {
    JavaPackage root = MainClasses.ALL.getPackage(MainClasses.ROOT);
    return Stream.concat(Stream.of(root), root.getSubpackagesInTree().stream())
        .filter(one -> !one.getClasses().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void eachPackageSaysWhatItIsForAndWhereNullIsAllowed(JavaPackage one) {
    assertThat(one.tryGetAnnotationOfType(NullMarked.class))
        .as("add a package-info.java with @NullMarked to %s", one.getName())
        .isPresent();
  }

  @Test
  void namesSayTheRoleNotTheMechanism() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Base|Service|Processor)")
        .because("where no better noun comes, the class probably has two jobs")
        .check(MainClasses.ALL);
  }

  @Test
  void noPackageIsALayerForSymmetry() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..util..", "..utils..", "..helper..", "..dto..", "..impl..", "..service..")
        .because("a package holds one feature or one ring, not one kind of class")
        .check(MainClasses.ALL);
  }

  @Test
  void classesAreFinal() {
    classes()
        .that()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .and()
        .areNotAnonymousClasses()
        .and()
        .areNotAnnotatedWith("org.springframework.context.annotation.Configuration")
        .and()
        .areNotAnnotatedWith("org.springframework.boot.autoconfigure.SpringBootApplication")
        .and()
        .haveSimpleNameNotEndingWith("package-info")
        .should()
        .haveModifier(JavaModifier.FINAL)
        .because("our classes are composed, not extended")
        .check(MainClasses.ALL);
  }

  @Test
  void nothingPrintsPastTheLog() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
        .because(
            "what is printed has no level, no job key and nobody who asked whether it is secret")
        .check(MainClasses.ALL);
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING
        .because("there is one log, SLF4J")
        .check(MainClasses.ALL);
  }

  @Test
  void nothingIsInjectedIntoFields() {
    NO_CLASSES_SHOULD_USE_FIELD_INJECTION
        .because("what a class needs is in its constructor")
        .check(MainClasses.ALL);
  }

  @Test
  void waitingGoesThroughTheTimeThatIsPassedIn() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..sandbox..")
        .and()
        .doNotBelongToAnyOf(Time.class)
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", Duration.class)
        .because("tests make time pass; a Thread.sleep makes them wait")
        .check(MainClasses.ALL);
  }
}
