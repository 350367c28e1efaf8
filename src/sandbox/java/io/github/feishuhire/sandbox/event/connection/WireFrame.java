package io.github.feishuhire.sandbox.event.connection;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes over a long connection either way, in protobuf: numbers, service, kind, headers and
 * payload. The optional texts of a frame are not used here.
 */
record WireFrame(
    long seqId,
    long logId,
    int service,
    int method,
    Map<String, String> headers,
    ByteString payload) {

  static final int CONTROL = 0;
  static final int DATA = 1;

  private static final int SEQ_ID = 1;
  private static final int LOG_ID = 2;
  private static final int SERVICE = 3;
  private static final int METHOD = 4;
  private static final int HEADERS = 5;
  private static final int PAYLOAD = 8;

  private static final int KEY = 1;
  private static final int VALUE = 2;

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  static WireFrame read(byte[] bytes) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    long seqId = 0;
    long logId = 0;
    int service = 0;
    int method = 0;
    Map<String, String> headers = new LinkedHashMap<>();
    ByteString payload = ByteString.EMPTY;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case SEQ_ID -> seqId = in.readUInt64();
        case LOG_ID -> logId = in.readUInt64();
        case SERVICE -> service = in.readInt32();
        case METHOD -> method = in.readInt32();
        case HEADERS -> readHeader(in.readByteArray(), headers);
        case PAYLOAD -> payload = in.readBytes();
        default -> in.skipField(tag);
      }
    }
    return new WireFrame(seqId, logId, service, method, headers, payload);
  }

  private static void readHeader(byte[] bytes, Map<String, String> headers) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    String key = "";
    String value = "";
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case KEY -> key = in.readString();
        case VALUE -> value = in.readString();
        default -> in.skipField(tag);
      }
    }
    headers.put(key, value);
  }

  byte[] bytes() {
    try {
      var bytes = new ByteArrayOutputStream();
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      out.writeUInt64(SEQ_ID, seqId);
      out.writeUInt64(LOG_ID, logId);
      out.writeInt32(SERVICE, service);
      out.writeInt32(METHOD, method);
      for (Map.Entry<String, String> header : headers.entrySet()) {
        out.writeByteArray(HEADERS, header(header));
      }
      out.writeBytes(PAYLOAD, payload);
      out.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] header(Map.Entry<String, String> header) throws IOException {
    var bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.writeString(KEY, header.getKey());
    out.writeString(VALUE, header.getValue());
    out.flush();
    return bytes.toByteArray();
  }

  /** Events can be about candidates. */
  @Override
  public String toString() {
    return "WireFrame[method=" + method + ", headers=" + headers + "]";
  }
}
