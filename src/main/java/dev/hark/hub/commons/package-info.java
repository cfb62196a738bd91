/** Reviews of requesters and what is known of each requester. */
@NullMarked
package dev.hark.hub.commons;

import org.jspecify.annotations.NullMarked;
