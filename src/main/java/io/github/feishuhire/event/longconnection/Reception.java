package io.github.feishuhire.event.longconnection;

import com.google.protobuf.ByteString;
import java.util.function.Consumer;

/** Takes the frames that have events in them. */
final class Reception {

  private final Parts parts;
  private final Handover handover;

  Reception(Parts parts, Handover handover) {
    this.parts = parts;
    this.handover = handover;
  }

  /**
   * Returns at once.
   *
   * @param answers takes the answer as soon as the event is whole and handed over
   */
  void take(Frame frame, Consumer<Frame> answers) {
    ByteString part = frame.payload() == null ? ByteString.EMPTY : frame.payload();
    ByteString whole =
        parts.add(
            frame.header("message_id"), number(frame, "sum", 1), number(frame, "seq", 0), part);
    if (whole != null) {
      handover.begin(frame, whole, answers);
    }
  }

  private static int number(Frame frame, String header, int otherwise) {
    try {
      return Integer.parseInt(frame.header(header));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
