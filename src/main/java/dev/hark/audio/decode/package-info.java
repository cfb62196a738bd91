/**
 * Reads recordings of any length as they stream by: WAV, FLAC, MP3 and Ogg Vorbis, brought to mono
 * at 16 kHz.
 */
@NullMarked
package dev.hark.audio.decode;

import org.jspecify.annotations.NullMarked;
