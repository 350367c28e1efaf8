/**
 * Element templates, written from the catalogue and the words: what a designer sees in the Modeler.
 *
 * @see <a
 *     href="https://docs.camunda.io/docs/components/modeler/element-templates/defining-templates/">Camunda:
 *     defining templates</a>
 */
@NullMarked
package io.github.feishuhire.template;

import org.jspecify.annotations.NullMarked;
