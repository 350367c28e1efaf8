package io.github.feishuhire;

import io.github.feishuhire.settings.InvalidSettingException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Has the runtime end with two lines instead of a stack trace when a setting is wrong. */
final class WrongSetting extends AbstractFailureAnalyzer<InvalidSettingException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, InvalidSettingException cause) {
    return new FailureAnalysis(
        "The Feishu Hire connector: " + cause.getMessage(),
        "Correct the setting, or leave the connector out with feishu-hire.enabled=false (FEISHU_HIRE_ENABLED).",
        cause);
  }
}
