package io.github.feishuhire.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import okio.ByteString;

final class ReplyPropertiesIT {

  private static final int[] CODES = {
    0,
    1,
    1000004,
    1002001,
    1002008,
    1002104,
    1002210,
    1002507,
    1002510,
    1002513,
    5000,
    10014,
    99991400,
    99991401,
    99991663,
    99991672,
    99992402,
    Integer.MAX_VALUE,
    -1
  };

  @Property
  void anyBytes(@ForAll("statuses") int status, @ForAll byte[] body, @ForAll String header) {
    ReplyLaws.check(new Reply(status, header, header, ByteString.of(body)));
  }

  @Property
  void anyEnvelope(@ForAll("replies") Reply reply) {
    ReplyLaws.check(reply);
  }

  /** A gateway or a broken connection in between. */
  @Property
  void envelopesOfWhichAPartIsMissingOrChanged(
      @ForAll("replies") Reply reply, @ForAll("places") int place, @ForAll byte instead) {
    byte[] body = reply.body().toByteArray();
    if (body.length > 0) {
      body[place % body.length] = instead;
    }
    ReplyLaws.check(new Reply(reply.status(), reply.reset(), reply.logId(), ByteString.of(body)));
    ByteString beginning = reply.body().substring(0, place % (body.length + 1));
    ReplyLaws.check(new Reply(reply.status(), reply.reset(), reply.logId(), beginning));
  }

  @Example
  void deepAndLong() {
    for (int status : new int[] {200, 400, 500}) {
      for (boolean lists : new boolean[] {true, false}) {
        String deep = AnyJson.nested(10_000, lists, "d");
        ReplyLaws.check(Reply.of(status, deep));
        ReplyLaws.check(Reply.of(status, "{\"code\":0,\"data\":" + deep + "}"));
        ReplyLaws.check(Reply.of(status, "{\"code\":0,\"data\":{\"task_id\":" + deep + "}}"));
      }
      String digits = "9".repeat(60_000);
      for (String number : new String[] {digits, "-" + digits, "0." + digits, "1e" + digits}) {
        ReplyLaws.check(Reply.of(status, "{\"code\":" + number + "}"));
        ReplyLaws.check(Reply.of(status, "{\"code\":0,\"data\":{\"status\":" + number + "}}"));
        ReplyLaws.check(Reply.of(status, "{\"code\":0,\"expire\":" + number + "}"));
      }
    }
  }

  @Provide
  Arbitrary<Integer> statuses() {
    return Arbitraries.oneOf(
        Arbitraries.of(200, 400, 401, 403, 408, 429, 499, 500, 502, 503, 504),
        Arbitraries.integers().between(100, 999));
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, 4000);
  }

  @Provide
  Arbitrary<Reply> replies() {
    Arbitrary<String> names =
        Arbitraries.of(
            "code",
            "msg",
            "data",
            "error",
            "log_id",
            "logid",
            "field_violations",
            "field",
            "permission_violations",
            "subject",
            "task_id",
            "status",
            "delivery",
            "status_msg",
            "extra_info",
            "application_id",
            "tenant_access_token",
            "expire",
            "value");
    Arbitrary<String> texts =
        Arbitraries.oneOf(
            Arbitraries.of(
                "",
                " ",
                "868987b4b03b4e1bb7beeb4903d0f5ee",
                "resume.name",
                "hire:site",
                "t-1",
                "same application exist",
                "a\nb",
                "\u2028"),
            Arbitraries.strings().ofMaxLength(200));
    Arbitrary<Integer> codes =
        Arbitraries.oneOf(
            Arbitraries.of(0),
            Arbitraries.integers().between(0, CODES.length - 1).map(i -> CODES[i]),
            Arbitraries.integers());
    Arbitrary<JsonNode> bodies =
        Combinators.combine(
                codes,
                AnyJson.object(names, texts),
                AnyJson.object(names, texts),
                AnyJson.object(names, texts))
            .as(
                (code, body, data, error) -> {
                  body.put("code", code);
                  if (data.size() != 1) {
                    body.set("data", data);
                  }
                  if (error.has("field")) {
                    error.set(
                        "field_violations",
                        JsonNodeFactory.instance.arrayNode().add(error.deepCopy()));
                  }
                  body.set("error", error);
                  return body;
                });
    return Combinators.combine(
            statuses(),
            Arbitraries.oneOf(Arbitraries.of("", "0", "7", "-1", "999999999", "1e9"), texts),
            texts,
            bodies)
        .as(
            (status, reset, logId, body) ->
                new Reply(status, reset, logId, ByteString.encodeUtf8(body.toString())));
  }
}
