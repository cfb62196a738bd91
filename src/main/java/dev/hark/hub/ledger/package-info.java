/** Money as double entries; every balance is a sum of entries. */
@NullMarked
package dev.hark.hub.ledger;

import org.jspecify.annotations.NullMarked;
