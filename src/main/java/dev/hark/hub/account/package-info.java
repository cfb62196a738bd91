/** Who may do what: accounts, their roles and tokens. */
@NullMarked
package dev.hark.hub.account;

import org.jspecify.annotations.NullMarked;
