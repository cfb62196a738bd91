/** Session fronts, by lines and by keys. */
@NullMarked
package dev.hark.cli.session;

import org.jspecify.annotations.NullMarked;
