package io.github.feishuhire.sandbox.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** HTTP status, extra headers and the envelope. */
public record Reply(int status, Map<String, String> headers, ObjectNode envelope) {

  public Reply {
    headers = Map.copyOf(headers);
  }

  public static Reply ok(ObjectNode envelope) {
    return new Reply(200, Map.of(), envelope);
  }

  public static Reply success(ObjectNode data) {
    ObjectNode envelope = object().put("code", 0).put("msg", "success");
    return ok(envelope.set("data", data));
  }

  public static Reply error(int status, int code, String message) {
    return new Reply(status, Map.of(), object().put("code", code).put("msg", message));
  }

  public static Reply error(ErrorCode code) {
    return error(code.status(), code.code(), code.message());
  }

  public Reply withHeaders(Map<String, String> headers) {
    return new Reply(status, headers, envelope);
  }

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A name in both languages. */
  public static ObjectNode named(String zhCn, String enUs) {
    return object().put("zh_cn", zhCn).put("en_us", enUs);
  }

  /** What a reply holds may be a token or a candidate's data. */
  @Override
  public String toString() {
    return "Reply[status=" + status + ", code=" + envelope.path("code") + "]";
  }
}
