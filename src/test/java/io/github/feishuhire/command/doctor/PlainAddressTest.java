package io.github.feishuhire.command.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://192.0.2.7:26500",
        "http://camunda-zeebe-gateway.invalid:8080/path",
        "http://[2001:db8::1]:8080"
      })
  void plainHttpToAnotherMachineIsReadByOthers(String address) {
    assertThat(PlainAddress.isReadByOthers(URI.create(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://192.0.2.7:26500",
        "http://localhost:26500",
        "http://127.0.0.1:8080",
        "http://[::1]:8080",
        "http://0.0.0.0:26500"
      })
  void tlsAndThisMachineAreNot(String address) {
    assertThat(PlainAddress.isReadByOthers(URI.create(address))).isFalse();
  }
}
