/**
 * What workers are qualified for: kinds of qualifications, tests, grants, what task groups require,
 * and who may therefore see and take them.
 */
@NullMarked
package dev.hark.hub.qualification;

import org.jspecify.annotations.NullMarked;
