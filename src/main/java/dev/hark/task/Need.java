package dev.hark.task;

/** A sense or a device that a task cannot be done without. */
public enum Need {
  SIGHT,
  HEARING,
  SPEECH,
  MICROPHONE,
  CAMERA
}
