package io.github.feishuhire.api.website;

import org.jspecify.annotations.Nullable;

/**
 * A country, state, city or district; its names are in Chinese and in English.
 *
 * @param code such as {@code CN_1}, {@code ST_1} or {@code CT_100121}
 * @param countryCode what it lies in; null for what it is itself, and for what lies in it
 */
public record Location(
    String code,
    @Nullable String zhName,
    @Nullable String enName,
    @Nullable String countryCode,
    @Nullable String stateCode,
    @Nullable String cityCode) {}
