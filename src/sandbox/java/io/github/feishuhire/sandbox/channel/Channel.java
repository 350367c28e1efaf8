package io.github.feishuhire.sandbox.channel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Reply;

/** A promotion channel of a website. */
public record Channel(String id, String websiteId, String name) {

  ObjectNode tree() {
    String code = id.substring(id.length() - 7);
    String link = "https://example.jobs.feishu.cn/" + websiteId + "?spread=" + code;
    return Reply.object().put("id", id).put("name", name).put("link", link).put("code", code);
  }
}
