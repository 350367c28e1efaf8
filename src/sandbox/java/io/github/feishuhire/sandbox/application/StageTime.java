package io.github.feishuhire.sandbox.application;

import java.time.Instant;
import java.util.Optional;

/** When an application came to a stage the last time, and when it left it. */
record StageTime(Stage stage, Instant entered, Optional<Instant> left) {}
