/** Tasks, the people around them and money: the words every other package speaks. */
@NullMarked
package dev.hark.task;

import org.jspecify.annotations.NullMarked;
