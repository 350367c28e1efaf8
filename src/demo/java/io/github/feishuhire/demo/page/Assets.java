package io.github.feishuhire.demo.page;

import java.nio.file.Path;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The files of the page: our own, and the libraries as the build has fetched them. */
final class Assets {

  private static final String FOLDER = "io/github/feishuhire/demo/page/";
  private static final Path LIBRARIES = Path.of("target", "demo", "libraries");

  private Assets() {}

  static RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .resources("/files/**", new ClassPathResource(FOLDER + "files/"))
        .resources("/libraries/**", new FileSystemResource(LIBRARIES.toAbsolutePath() + "/"))
        .build();
  }
}
