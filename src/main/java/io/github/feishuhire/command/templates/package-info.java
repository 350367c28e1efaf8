/**
 * Element templates for one tenant: the ordinary ones, with what the tenant has set up in Feishu
 * Hire as choices in the place of ids.
 */
@NullMarked
package io.github.feishuhire.command.templates;

import org.jspecify.annotations.NullMarked;
