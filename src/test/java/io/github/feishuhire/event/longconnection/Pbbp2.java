package io.github.feishuhire.event.longconnection;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import io.github.feishuhire.event.longconnection.Frame.Header;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Frames as protobuf's own code reads and writes them, from the definition of Feishu's clients. */
final class Pbbp2 {

  private static final Descriptor HEADER;
  private static final Descriptor FRAME;

  static {
    DescriptorProto header =
        DescriptorProto.newBuilder()
            .setName("Header")
            .addField(field("key", 1, Label.LABEL_REQUIRED, FieldDescriptorProto.Type.TYPE_STRING))
            .addField(
                field("value", 2, Label.LABEL_REQUIRED, FieldDescriptorProto.Type.TYPE_STRING))
            .build();
    DescriptorProto frame =
        DescriptorProto.newBuilder()
            .setName("Frame")
            .addField(
                field("SeqID", 1, Label.LABEL_REQUIRED, FieldDescriptorProto.Type.TYPE_UINT64))
            .addField(
                field("LogID", 2, Label.LABEL_REQUIRED, FieldDescriptorProto.Type.TYPE_UINT64))
            .addField(
                field("service", 3, Label.LABEL_REQUIRED, FieldDescriptorProto.Type.TYPE_INT32))
            .addField(
                field("method", 4, Label.LABEL_REQUIRED, FieldDescriptorProto.Type.TYPE_INT32))
            .addField(
                field("headers", 5, Label.LABEL_REPEATED, FieldDescriptorProto.Type.TYPE_MESSAGE)
                    .setTypeName("Header"))
            .addField(
                field(
                    "payload_encoding",
                    6,
                    Label.LABEL_OPTIONAL,
                    FieldDescriptorProto.Type.TYPE_STRING))
            .addField(
                field(
                    "payload_type", 7, Label.LABEL_OPTIONAL, FieldDescriptorProto.Type.TYPE_STRING))
            .addField(
                field("payload", 8, Label.LABEL_OPTIONAL, FieldDescriptorProto.Type.TYPE_BYTES))
            .addField(
                field("LogIDNew", 9, Label.LABEL_OPTIONAL, FieldDescriptorProto.Type.TYPE_STRING))
            .build();
    try {
      FileDescriptor file =
          FileDescriptor.buildFrom(
              FileDescriptorProto.newBuilder()
                  .setSyntax("proto2")
                  .addMessageType(header)
                  .addMessageType(frame)
                  .build(),
              new FileDescriptor[0]);
      HEADER = file.findMessageTypeByName("Header");
      FRAME = file.findMessageTypeByName("Frame");
    } catch (DescriptorValidationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Pbbp2() {}

  private static FieldDescriptorProto.Builder field(
      String name, int number, Label label, FieldDescriptorProto.Type type) {
    return FieldDescriptorProto.newBuilder()
        .setName(name)
        .setNumber(number)
        .setLabel(label)
        .setType(type);
  }

  /** Null when these bytes are no frame. */
  static @Nullable DynamicMessage read(byte[] bytes) {
    try {
      return DynamicMessage.parseFrom(FRAME, bytes);
    } catch (InvalidProtocolBufferException e) {
      return null;
    }
  }

  /** The same as a message of protobuf. */
  static DynamicMessage of(Frame frame) {
    DynamicMessage.Builder message =
        DynamicMessage.newBuilder(FRAME)
            .setField(field("SeqID"), frame.seqId())
            .setField(field("LogID"), frame.logId())
            .setField(field("service"), frame.service())
            .setField(field("method"), frame.method());
    frame.headers().forEach(header -> message.addRepeatedField(field("headers"), of(header)));
    set(message, "payload_encoding", frame.payloadEncoding());
    set(message, "payload_type", frame.payloadType());
    set(message, "payload", frame.payload());
    set(message, "LogIDNew", frame.logIdNew());
    return message.build();
  }

  private static DynamicMessage of(Header header) {
    List<FieldDescriptor> fields = HEADER.getFields();
    return DynamicMessage.newBuilder(HEADER)
        .setField(fields.getFirst(), header.key())
        .setField(fields.getLast(), header.value())
        .build();
  }

  private static void set(DynamicMessage.Builder message, String field, @Nullable Object value) {
    if (value != null) {
      message.setField(field(field), value);
    }
  }

  private static FieldDescriptor field(String name) {
    return FRAME.findFieldByName(name);
  }
}
