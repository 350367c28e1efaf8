package io.github.feishuhire.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/** What is shipped, in either jar: every class of the project but its tests. */
final class MainClasses {

  static final String ROOT = "io.github.feishuhire";

  static final JavaClasses ALL = new ClassFileImporter().importPath(Path.of("target", "classes"));

  private MainClasses() {}
}
