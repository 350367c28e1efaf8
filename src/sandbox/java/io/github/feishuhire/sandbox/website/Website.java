package io.github.feishuhire.sandbox.website;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Reply;

/** A career site of the tenant. */
public record Website(String id, String zhName, String enName, ProcessType processType) {

  /** Whom it is for. */
  public enum ProcessType {
    EXPERIENCED_HIRE(1),
    CAMPUS(2);

    private final int number;

    ProcessType(int number) {
      this.number = number;
    }
  }

  ObjectNode tree() {
    ObjectNode tree = Reply.object().put("id", id);
    tree.putObject("name").put("zh_cn", zhName).put("en_us", enName);
    tree.putArray("process_type_list").add(processType.number);
    return tree.put("job_channel_id", id.replaceFirst("^70", "69"));
  }
}
