package io.github.feishuhire.api.delivery;

import org.jspecify.annotations.Nullable;

/**
 * An identity document.
 *
 * @param identificationType 1, 2, 3, 4, 5, 6 or 9: resident identity card, passport, residence
 *     permit for Hong Kong and Macao, travel permit for Taiwan, other, travel permit for Hong Kong
 *     and Macao, residence permit for Taiwan
 */
public record Identification(
    @Nullable Integer identificationType, @Nullable String identificationNumber) {

  @Override
  public String toString() {
    return "Identification[]";
  }
}
