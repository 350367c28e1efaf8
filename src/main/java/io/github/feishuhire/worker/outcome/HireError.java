package io.github.feishuhire.worker.outcome;

import io.github.feishuhire.worker.catalogue.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a process learns of a refusal.
 *
 * @param feishuCode 0 when Feishu was not asked
 * @param message one line for an operator: operation, what was refused, what to do, codes
 * @param hint the same for a person who fills in a form: no names of variables, and no codes
 * @param fields names of inputs, never values
 */
public record HireError(
    ErrorCode code,
    int feishuCode,
    String message,
    String hint,
    @Nullable String logId,
    List<String> fields) {

  /** Name of the variable that carries it. */
  public static final String VARIABLE = "feishu_hire_error";

  public HireError {
    fields = List.copyOf(fields);
  }

  /** As the process gets it; what is not known is left out. */
  public Map<String, Object> value() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("code", code.code());
    if (feishuCode != 0) {
      value.put("feishu_code", feishuCode);
    }
    value.put("message", message);
    value.put("hint", hint);
    if (logId != null) {
      value.put("log_id", logId);
    }
    value.put("fields", fields);
    return value;
  }
}
