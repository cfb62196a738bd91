/** The voices of Windows, by PowerShell and System.Speech. */
@NullMarked
package dev.hark.speech.windows;

import org.jspecify.annotations.NullMarked;
