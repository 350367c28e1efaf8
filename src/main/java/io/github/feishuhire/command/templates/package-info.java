/**
 * Element templates and the start form for one tenant, with what it has set up in Feishu Hire as
 * choices in the place of ids.
 */
@NullMarked
package io.github.feishuhire.command.templates;

import org.jspecify.annotations.NullMarked;
