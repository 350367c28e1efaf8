package io.github.feishuhire.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class EnvelopeTest {

  private static final String HEADER = "20261123000000HEADER";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'log_id':'BODY'}                     | BODY",
        "{'logid':'BODY'}                      | BODY",
        "{'log_id':'BODY','logid':'OTHER'}     | BODY",
        "{'log_id':'','logid':'BODY'}          | BODY",
        "{'log_id':'two words','logid':'BODY'} | BODY",
        "{'log_id':'张三'}                      | 20261123000000HEADER",
        "{'log_id':'a@b.example'}              | 20261123000000HEADER",
        "{}                                    | 20261123000000HEADER",
        "'no object'                           | 20261123000000HEADER",
        "null                                  | 20261123000000HEADER"
      },
      quoteCharacter = '`')
  void takesTheLogIdOfTheBodyBeforeThatOfTheHeader(String error, String expected) {
    Envelope envelope = envelope("{'code':1,'error':%s}".formatted(error));

    assertThat(envelope.logId()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "99991672 | Access denied. One of the following scopes is required: [hire:site, hire:site:readonly]. | hire:site;hire:site:readonly",
        "99991672 | required: [hire:attachment] for [张三, a@b.example, Zhang:San] | hire:attachment",
        "99991672 | required: hire:site | ''",
        "99991672 | required: [two words 13800000000] | ''",
        "1002001  | required: [hire:site] | ''"
      })
  void takesScopesFromTheTextWhereTheyStandNowhereElse(int code, String msg, String scopes) {
    Envelope envelope = envelope("{'code':%d,'msg':'%s'}".formatted(code, msg));

    assertThat(String.join(";", envelope.missingScopes())).isEqualTo(scopes);
  }

  @Test
  void takesScopesFromTheListBeforeTheText() {
    Envelope envelope =
        envelope(
            """
            {'code':99991672,'msg':'required: [hire:site]',
             'error':{'permission_violations':[{'subject':'hire:attachment'}]}}""");

    assertThat(envelope.missingScopes()).containsExactly("hire:attachment");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "20261123000000ABCDEF, 20261123000000ABCDEF",
        "a-b_c.d, a-b_c.d",
        "two words, -",
        "13800000000@example.com, -",
        "'', -",
        "-, -"
      },
      nullValues = "-")
  void showsOnlyAHeaderThatLooksLikeALogId(@Nullable String header, @Nullable String expected) {
    assertThat(Envelope.logId(header)).isEqualTo(expected);
  }

  @Test
  void showsNoLogIdOfAnyLength() {
    assertThat(Envelope.logId("A".repeat(128))).hasSize(128);
    assertThat(Envelope.logId("A".repeat(129))).isNull();
  }

  @ParameterizedTest
  @MethodSource
  void namesTheFieldsFeishuComplainedAbout(String violations, List<String> expected) {
    Envelope envelope =
        envelope("{'code':99992402,'error':{'field_violations':%s}}".formatted(violations));

    assertThat(envelope.fields()).isEqualTo(expected);
  }

  static Stream<Arguments> namesTheFieldsFeishuComplainedAbout() {
    return Stream.of(
        argumentSet("none", "[]", List.of()),
        argumentSet("null", "null", List.of()),
        argumentSet("no list", "'mobile'", List.of()),
        argumentSet(
            "some",
            "[{'field':'mobile','value':'138','description':'bad'},{'field':'email'}]",
            List.of("mobile", "email")),
        argumentSet(
            "a path",
            "[{'field':'identification.identification_number'},{'field':'list[0].name'}]",
            List.of("identification.identification_number", "list[0].name")),
        argumentSet("the same twice", "[{'field':'a'},{'field':'a'}]", List.of("a")),
        argumentSet(
            "what is no name",
            "[{'field':'a@b.example'},{'field':'13800000000'},{'field':'张三'},{'field':7},'a',null]",
            List.of()));
  }

  @Test
  void namesNoMoreThanTenFields() {
    String many =
        IntStream.range(0, 50)
            .mapToObj("{'field':'field_%d'}"::formatted)
            .collect(Collectors.joining(",", "[", "]"));

    Envelope envelope = envelope("{'code':1,'error':{'field_violations':%s}}".formatted(many));

    assertThat(envelope.fields()).hasSize(10).startsWith("field_0").endsWith("field_9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'action_scope_required','subject':'hire:site_application'}|hire:site_application",
        "{'scope':'hire:site','url':'https://open.feishu.cn/'}|hire:site",
        "{'subject':'contact:user.employee_id:readonly'}|contact:user.employee_id:readonly",
      })
  void namesTheMissingScopeInBothForms(String violation, String expected) {
    Envelope envelope =
        envelope("{'code':99991672,'error':{'permission_violations':[%s]}}".formatted(violation));

    assertThat(envelope.missingScopes()).containsExactly(expected);
  }

  private static Envelope envelope(String text) {
    JsonNode body = Objects.requireNonNull(Json.tree(text.replace('\'', '"').getBytes(UTF_8)));
    return Objects.requireNonNull(Envelope.of(body, HEADER));
  }
}
