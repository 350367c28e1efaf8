/** How requests leave the network that this machine is in. */
@NullMarked
package io.github.feishuhire.network;

import org.jspecify.annotations.NullMarked;
