/** Files that Feishu Hire keeps until something refers to them. */
@NullMarked
package io.github.feishuhire.api.attachment;

import org.jspecify.annotations.NullMarked;
