/**
 * Career sites, their job posts and channels, and the cities: what a tenant has set up before the
 * first candidate arrives. It changes nothing at run time.
 */
@NullMarked
package io.github.feishuhire.sandbox.website;

import org.jspecify.annotations.NullMarked;
