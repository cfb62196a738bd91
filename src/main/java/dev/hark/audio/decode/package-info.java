/**
 * Reads recordings of any length as they stream by: WAV, FLAC, MP3, Ogg Vorbis and Ogg Opus,
 * brought to mono at 16 kHz.
 */
@NullMarked
package dev.hark.audio.decode;

import org.jspecify.annotations.NullMarked;
