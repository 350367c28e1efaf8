package io.github.feishuhire.faults.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.tools.ToolProvider;

/**
 * Broker 8.6.0 makes a new document store in memory for each request, so that a document is gone as
 * soon as it is stored; its other store is Google's. This is its registry with one store for all
 * requests. The store and everything in front of it are the broker's own.
 */
final class KeptDocuments {

  private static final String REGISTRY =
      """
      package io.camunda.document.store;

      import io.camunda.document.api.DocumentStore;
      import io.camunda.document.api.DocumentStoreRecord;
      import io.camunda.document.api.DocumentStoreRegistry;

      public class SimpleDocumentStoreRegistry implements DocumentStoreRegistry {

        private static final DocumentStore STORE = new InMemoryDocumentStore();

        @Override
        public DocumentStoreRecord getDocumentStore(String id) {
          if (!id.equals("in-memory")) {
            throw new IllegalArgumentException("No such document store: " + id);
          }
          return getDefaultDocumentStore();
        }

        @Override
        public DocumentStoreRecord getDefaultDocumentStore() {
          return new DocumentStoreRecord("in-memory", STORE);
        }
      }
      """;

  private KeptDocuments() {}

  /**
   * Compiles it against the broker's own classes; what is returned goes first on its class path.
   */
  static Path compile(Path broker, Path folder) {
    try {
      Path classes = Files.createDirectories(folder.resolve("classes"));
      Path source = folder.resolve("SimpleDocumentStoreRegistry.java");
      Files.writeString(source, REGISTRY);
      String libraries =
          broker.resolve("lib/document-api-8.6.0.jar")
              + ":"
              + broker.resolve("lib/document-store-8.6.0.jar");
      int status =
          Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
              .run(
                  null,
                  null,
                  null,
                  "--release",
                  "21",
                  "-proc:none",
                  "-cp",
                  libraries,
                  "-d",
                  classes.toString(),
                  source.toString());
      if (status != 0) {
        throw new IllegalStateException("the registry does not compile");
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
