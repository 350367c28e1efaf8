package io.github.feishuhire.event.longconnection;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What goes over a long connection either way. In protobuf (version 2):
 *
 * <pre>
 * message Header { required string key = 1; required string value = 2; }
 * message Frame {
 *   required uint64 SeqID = 1;
 *   required uint64 LogID = 2;
 *   required int32 service = 3;
 *   required int32 method = 4;
 *   repeated Header headers = 5;
 *   optional string payload_encoding = 6;
 *   optional string payload_type = 7;
 *   optional bytes payload = 8;
 *   optional string LogIDNew = 9;
 * }
 * </pre>
 *
 * @param method {@link #CONTROL} or {@link #DATA}
 */
record Frame(
    long seqId,
    long logId,
    int service,
    int method,
    List<Header> headers,
    @Nullable String payloadEncoding,
    @Nullable String payloadType,
    @Nullable ByteString payload,
    @Nullable String logIdNew) {

  static final int CONTROL = 0;
  static final int DATA = 1;

  /** Name and value. */
  record Header(String key, String value) {}

  Frame {
    headers = List.copyOf(headers);
  }

  static Frame ping(int service) {
    List<Header> headers = List.of(new Header("type", "ping"));
    return new Frame(0, 0, service, CONTROL, headers, null, null, null, null);
  }

  /** Empty when there is no such header; of several the first counts. */
  String header(String key) {
    return headers.stream()
        .filter(header -> header.key().equals(key))
        .map(Header::value)
        .findFirst()
        .orElse("");
  }

  /** The same frame, as Feishu expects it back. */
  Frame answer(ByteString payload, Header added) {
    return new Frame(
        seqId,
        logId,
        service,
        method,
        Stream.concat(headers.stream(), Stream.of(added)).toList(),
        payloadEncoding,
        payloadType,
        payload,
        logIdNew);
  }

  /**
   * @throws InvalidProtocolBufferException when this is no frame
   */
  static Frame parse(byte[] bytes) throws InvalidProtocolBufferException {
    try {
      return new FrameReader().read(CodedInputStream.newInstance(bytes));
    } catch (InvalidProtocolBufferException e) {
      throw e;
    } catch (IOException e) {
      throw new InvalidProtocolBufferException(e);
    }
  }

  byte[] bytes() {
    ByteString.Output bytes = ByteString.newOutput();
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      out.writeUInt64(1, seqId);
      out.writeUInt64(2, logId);
      out.writeInt32(3, service);
      out.writeInt32(4, method);
      for (Header header : headers) {
        out.writeBytes(5, bytes(header));
      }
      writeText(out, 6, payloadEncoding);
      writeText(out, 7, payloadType);
      if (payload != null) {
        out.writeBytes(8, payload);
      }
      writeText(out, 9, logIdNew);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteString().toByteArray();
  }

  private static ByteString bytes(Header header) throws IOException {
    ByteString.Output bytes = ByteString.newOutput();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.writeString(1, header.key());
    out.writeString(2, header.value());
    out.flush();
    return bytes.toByteString();
  }

  private static void writeText(CodedOutputStream out, int field, @Nullable String text)
      throws IOException {
    if (text != null) {
      out.writeString(field, text);
    }
  }

  /** An event can be about a candidate. */
  @Override
  public String toString() {
    return "Frame[service=" + service + ", method=" + method + "]";
  }
}
