package io.github.feishuhire.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.feishuhire.template.ElementTemplate;
import io.github.feishuhire.template.TaskTemplate;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.website.CreateChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReleasedTemplatesTest {

  private static final Task TASK = CreateChannel.TASK;

  @TempDir private Path folder;

  @Test
  void beforeTheFirstReleaseEachTemplateHasTheFirstVersion() throws IOException {
    ReleasedTemplates none = ReleasedTemplates.in(folder.resolve("lock.json"));

    assertThat(none.version(editions(TASK, 1))).isEqualTo(1);
    assertThat(none.last("io.github.feishuhire.create-channel")).isEqualTo(1);
  }

  @Test
  void aTemplateThatIsAsItWasReleasedKeepsItsVersion() throws IOException {
    ReleasedTemplates released = released(editions(TASK, 3));

    assertThat(released.last("io.github.feishuhire.create-channel")).isEqualTo(3);
    assertThat(released.version(editions(TASK, 3))).isEqualTo(3);
  }

  @Test
  void oneThatDiffersGetsTheNext() throws IOException {
    ReleasedTemplates released = released(editions(TASK, 3));
    Task changed = TASK.documentedAt("https://example.com/elsewhere");

    assertThat(released.version(editions(changed, 3))).isEqualTo(4);
  }

  @Test
  void oneThatHasLostAnInputIsRefusedByName() throws IOException {
    ReleasedTemplates released = released(editions(TASK, 3));
    Task less = TASK.takes(TASK.inputs().getFirst());

    assertThatIllegalStateException()
        .isThrownBy(() -> released.version(editions(less, 3)))
        .withMessageContaining("input channel_name")
        .withMessageContaining("io.github.feishuhire.create-channel");
  }

  private ReleasedTemplates released(List<ElementTemplate> editions) throws IOException {
    Path file = folder.resolve("lock.json");
    Files.writeString(file, ReleasedTemplates.lock(List.of(editions)));
    return ReleasedTemplates.in(file);
  }

  private static List<ElementTemplate> editions(Task task, int version) {
    return Stream.of(Language.values())
        .map(language -> TaskTemplate.of(task, version, new Words(language)))
        .toList();
  }
}
