/** Publishing, leases, answers, gold and approval. */
@NullMarked
package dev.hark.hub.work;

import org.jspecify.annotations.NullMarked;
