/** A session by voice: spoken commands become actions, and spoken words become answers. */
@NullMarked
package dev.hark.voice;

import org.jspecify.annotations.NullMarked;
