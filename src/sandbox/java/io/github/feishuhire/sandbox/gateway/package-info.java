/**
 * The door in front of the rules: routing, authorization, rate limits, faults and the record of
 * what arrived. It knows no rule of Hire.
 */
@NullMarked
package io.github.feishuhire.sandbox.gateway;

import org.jspecify.annotations.NullMarked;
