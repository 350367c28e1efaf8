package io.github.feishuhire.camunda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The {@link Leash} as Java takes an agent: in a jar, alone. */
final class LeashJar {

  private static final String CLASS_FILE = Leash.class.getName().replace('.', '/') + ".class";

  private LeashJar() {}

  static Path write(Path folder) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", Leash.class.getName());
    Path file = folder.resolve("leash.jar").toAbsolutePath();
    try (InputStream code =
            Objects.requireNonNull(Leash.class.getClassLoader().getResourceAsStream(CLASS_FILE));
        JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      jar.putNextEntry(new JarEntry(CLASS_FILE));
      code.transferTo(jar);
    }
    return file;
  }
}
