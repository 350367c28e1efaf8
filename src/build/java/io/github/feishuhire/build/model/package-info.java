/**
 * The Chinese edition of the models and forms, made from the English one and a file of words. Part
 * of the build, not of the product.
 */
@NullMarked
package io.github.feishuhire.build.model;

import org.jspecify.annotations.NullMarked;
