package io.github.feishuhire.demo;

import java.nio.file.Path;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.ConfigurableServletWebServerFactory;

/** Without one of its own the web server makes one in the folder that Java was started with. */
record DocumentRoot(Path folder)
    implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {

  @Override
  public void customize(ConfigurableServletWebServerFactory factory) {
    factory.setDocumentRoot(folder.toFile());
  }
}
