/**
 * A Hark hub as a marketplace, over HTTP. Everything that comes from a hub is cleaned and bounded
 * here: control characters, escape sequences and text direction overrides never reach a terminal or
 * a voice.
 */
@NullMarked
package dev.hark.market.hub;

import org.jspecify.annotations.NullMarked;
