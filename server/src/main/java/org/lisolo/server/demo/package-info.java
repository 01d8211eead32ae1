/**
 * The sample hospital: its people and its stream of messages. Everyone and everything in it is
 * invented.
 */
@ApplicationModule
@NullMarked
package org.lisolo.server.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
