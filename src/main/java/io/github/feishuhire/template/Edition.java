package io.github.feishuhire.template;

import io.github.feishuhire.worker.catalogue.Input;
import io.github.feishuhire.worker.catalogue.Task;
import java.util.List;

/** In what templates of the same task differ. */
public interface Edition {

  Edition ORDINARY = new Edition() {};

  /** What Camunda knows the template by. */
  default String id(Task task) {
    return TaskTemplate.id(task);
  }

  /**
   * What the template is called.
   *
   * @param name of the ordinary one
   */
  default String name(String name) {
    return name;
  }

  /**
   * The fields by which an input is entered: no two of them may be shown at once.
   *
   * @param field the ordinary one
   */
  default List<Property> fields(Input input, Property field) {
    return List.of(field);
  }
}
