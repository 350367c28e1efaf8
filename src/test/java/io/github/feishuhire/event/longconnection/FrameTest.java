package io.github.feishuhire.event.longconnection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import io.github.feishuhire.event.longconnection.Frame.Header;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;
import org.jspecify.annotations.Nullable;

/** Frames are read and written as protobuf's own code does it. */
final class FrameTest {

  @Property
  void protobufReadsWhatIsWritten(@ForAll("frames") Frame frame) {
    assertThat(Pbbp2.read(frame.bytes())).isEqualTo(Pbbp2.of(frame));
  }

  @Property
  void whatProtobufWritesIsRead(@ForAll("frames") Frame frame)
      throws InvalidProtocolBufferException {
    assertThat(Frame.parse(Pbbp2.of(frame).toByteArray())).isEqualTo(frame);
  }

  /** Of what protobuf reads, fields that nobody knows are all that may get lost. */
  @Property(tries = 20_000)
  void whateverComesIsReadAsProtobufReadsIt(@ForAll("damaged") byte[] bytes) {
    Frame frame = parsed(bytes);
    DynamicMessage message = Pbbp2.read(bytes);

    assertThat(frame == null ? null : Pbbp2.of(frame))
        .isEqualTo(message == null ? null : withoutUnknownFields(message));
  }

  private static DynamicMessage withoutUnknownFields(DynamicMessage message) {
    DynamicMessage.Builder known =
        message.toBuilder().setUnknownFields(UnknownFieldSet.getDefaultInstance());
    message
        .getAllFields()
        .forEach(
            (field, value) -> {
              if (field.isRepeated()) {
                known.clearField(field);
                ((List<?>) value)
                    .forEach(
                        one ->
                            known.addRepeatedField(
                                field, withoutUnknownFields((DynamicMessage) one)));
              }
            });
    return known.build();
  }

  private static @Nullable Frame parsed(byte[] bytes) {
    try {
      return Frame.parse(bytes);
    } catch (InvalidProtocolBufferException e) {
      return null;
    }
  }

  @Example
  void aPingIsTheOneOfFeishusOwnClient() {
    assertThat(Frame.ping(33_554_678).bytes())
        .isEqualTo(
            Pbbp2.of(
                    new Frame(
                        0,
                        0,
                        33_554_678,
                        0,
                        List.of(new Header("type", "ping")),
                        null,
                        null,
                        null,
                        null))
                .toByteArray());
  }

  @Example
  void anAnswerIsTheSameFrameWithAnotherPayloadAndOneMoreHeader() {
    Frame frame =
        new Frame(
            1,
            2,
            3,
            Frame.DATA,
            List.of(new Header("message_id", "m")),
            "gzip",
            "json",
            ByteString.copyFromUtf8("event"),
            "new");

    Frame answer = frame.answer(ByteString.copyFromUtf8("{}"), new Header("biz_rt", "7"));

    assertThat(answer)
        .isEqualTo(
            new Frame(
                1,
                2,
                3,
                Frame.DATA,
                List.of(new Header("message_id", "m"), new Header("biz_rt", "7")),
                "gzip",
                "json",
                ByteString.copyFromUtf8("{}"),
                "new"));
    assertThat(answer.header("biz_rt")).isEqualTo("7");
    assertThat(answer.header("sum")).isEmpty();
  }

  @Provide
  Arbitrary<Frame> frames() {
    Arbitrary<String> text =
        Arbitraries.strings().withChars("az:_ \u0000\u00e9\u7b80\uffe0").ofMaxLength(12);
    Arbitrary<Header> headers = Combinators.combine(text, text).as(Header::new);
    Arbitrary<@Nullable String> maybe = text.injectNull(0.5);
    Arbitrary<@Nullable ByteString> payload =
        Arbitraries.bytes()
            .array(byte[].class)
            .ofMaxSize(200)
            .map(ByteString::copyFrom)
            .injectNull(0.2);
    Arbitrary<Tuple3<Long, Long, Integer>> numbers =
        Combinators.combine(Arbitraries.longs(), Arbitraries.longs(), Arbitraries.integers())
            .as(Tuple::of);
    return Combinators.combine(
            numbers,
            Arbitraries.integers().between(-1, 2),
            headers.list().ofMaxSize(6),
            maybe,
            maybe,
            payload,
            maybe)
        .as(
            (number, method, some, encoding, type, bytes, logId) ->
                new Frame(
                    number.get1(),
                    number.get2(),
                    number.get3(),
                    method,
                    some,
                    encoding,
                    type,
                    bytes,
                    logId));
  }

  /** A frame in which some bytes are others, are missing or are too many; or bytes of any kind. */
  @Provide
  Arbitrary<byte[]> damaged() {
    Arbitrary<byte[]> changed =
        Combinators.combine(
                frames().map(Frame::bytes),
                Arbitraries.integers().between(0, 400),
                Arbitraries.integers().between(0, 3),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(4))
            .as(FrameTest::spliced);
    return Arbitraries.frequencyOf(
        Tuple.of(8, changed), Tuple.of(1, Arbitraries.bytes().array(byte[].class).ofMaxSize(40)));
  }

  private static byte[] spliced(byte[] bytes, int at, int removed, byte[] added) {
    int from = Math.min(at, bytes.length);
    int to = Math.min(from + removed, bytes.length);
    return ByteString.copyFrom(bytes, 0, from)
        .concat(ByteString.copyFrom(added))
        .concat(ByteString.copyFrom(bytes, to, bytes.length - to))
        .toByteArray();
  }
}
