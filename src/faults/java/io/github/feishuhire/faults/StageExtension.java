package io.github.feishuhire.faults;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test the one stage; it is closed after the last, and the table printed. */
final class StageExtension implements ParameterResolver, AfterEachCallback {

  private record Play(Stage stage) implements CloseableResource {
    @Override
    public void close() {
      try {
        Table.publish(stage.results(), Stage.FOLDER.resolve("table.md"));
      } finally {
        stage.close();
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stage.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return stage(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    stage(context).tidyUp();
  }

  private static Stage stage(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(StageExtension.class))
        .getOrComputeIfAbsent(Play.class, key -> new Play(new Stage()), Play.class)
        .stage();
  }
}
