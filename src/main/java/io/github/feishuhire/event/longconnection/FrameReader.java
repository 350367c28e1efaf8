package io.github.feishuhire.event.longconnection;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import io.github.feishuhire.event.longconnection.Frame.Header;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one frame as protobuf's own code would: fields in any order, the last of a kind counts,
 * unknown ones are skipped, and those that are required have to be there.
 */
final class FrameReader {

  private static final int VARINT = WireFormat.WIRETYPE_VARINT;
  private static final int BYTES = WireFormat.WIRETYPE_LENGTH_DELIMITED;

  private @Nullable Long seqId;
  private @Nullable Long logId;
  private @Nullable Integer service;
  private @Nullable Integer method;
  private final List<Header> headers = new ArrayList<>();
  private @Nullable String payloadEncoding;
  private @Nullable String payloadType;
  private @Nullable ByteString payload;
  private @Nullable String logIdNew;

  Frame read(CodedInputStream in) throws IOException {
    boolean goesOn = true;
    while (goesOn) {
      goesOn = readField(in, in.readTag());
    }
    in.checkLastTagWas(0);
    return new Frame(
        required(seqId),
        required(logId),
        required(service),
        required(method),
        headers,
        payloadEncoding,
        payloadType,
        payload,
        logIdNew);
  }

  private boolean readField(CodedInputStream in, int tag) throws IOException {
    switch (tag) {
      case 1 << 3 | VARINT -> seqId = in.readUInt64();
      case 2 << 3 | VARINT -> logId = in.readUInt64();
      case 3 << 3 | VARINT -> service = in.readInt32();
      case 4 << 3 | VARINT -> method = in.readInt32();
      case 5 << 3 | BYTES -> headers.add(header(in));
      case 6 << 3 | BYTES -> payloadEncoding = in.readString();
      case 7 << 3 | BYTES -> payloadType = in.readString();
      case 8 << 3 | BYTES -> payload = in.readBytes();
      case 9 << 3 | BYTES -> logIdNew = in.readString();
      default -> {
        return tag != 0 && in.skipField(tag);
      }
    }
    return true;
  }

  private static Header header(CodedInputStream in) throws IOException {
    int outer = in.pushLimit(in.readRawVarint32());
    String key = null;
    String value = null;
    int tag = in.readTag();
    while (tag != 0) {
      switch (tag) {
        case 1 << 3 | BYTES -> key = in.readString();
        case 2 << 3 | BYTES -> value = in.readString();
        default -> {
          if (!in.skipField(tag)) {
            in.checkLastTagWas(0);
          }
        }
      }
      tag = in.readTag();
    }
    in.checkLastTagWas(0);
    in.popLimit(outer);
    return new Header(required(key), required(value));
  }

  private static <T> T required(@Nullable T value) throws InvalidProtocolBufferException {
    if (value == null) {
      throw new InvalidProtocolBufferException("a required field is missing");
    }
    return value;
  }
}
