package io.github.feishuhire.build.flake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Names each test that failed and passed when it was run again, in the last lines of a build. */
public final class FlakeReport {

  private FlakeReport() {}

  /**
   * Prints a line for each, and nothing where there is none.
   *
   * @param args when this build began, since the reports of earlier ones stay; then the folders of
   *     reports
   */
  public static void main(String[] args) throws IOException {
    Instant begin = Instant.parse(args[0]);
    for (String folder : List.of(args).subList(1, args.length)) {
      flakes(Path.of(folder), begin)
          .forEach(
              test -> System.out.println("FLAKE: failed first, passed when run again: " + test));
    }
  }

  static List<String> flakes(Path folder, Instant begin) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("TEST-.+\\.xml"))
          .filter(file -> file.toFile().lastModified() >= begin.toEpochMilli())
          .sorted()
          .flatMap(file -> elements(root(file), "testcase"))
          .filter(test -> isIn(test, "flakyFailure") || isIn(test, "flakyError"))
          .map(test -> test.getAttribute("classname") + "." + test.getAttribute("name"))
          .toList();
    }
  }

  private static boolean isIn(Element test, String name) {
    return elements(test, name).findAny().isPresent();
  }

  private static Stream<Element> elements(Element parent, String name) {
    var found = parent.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
  }

  private static Element root(Path report) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(report.toFile())
          .getDocumentElement();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(report + " is no report", e);
    }
  }
}
