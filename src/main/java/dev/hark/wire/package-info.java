/** JSON records of the hub's HTTP interface, shared by client and hub. */
@NullMarked
package dev.hark.wire;

import org.jspecify.annotations.NullMarked;
