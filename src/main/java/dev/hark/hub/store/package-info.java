/** The hub's database: connections, transactions and migrations, a folder of SQL per dialect. */
@NullMarked
package dev.hark.hub.store;

import org.jspecify.annotations.NullMarked;
