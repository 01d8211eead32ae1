package org.lisolo.server.publishing.posts;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** A time of the week at which an organisation likes to speak, by the clock on its wall. */
public record Slot(DayOfWeek day, LocalTime time) {}
