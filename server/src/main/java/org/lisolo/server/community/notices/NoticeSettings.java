package org.lisolo.server.community.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * How somebody is told.
 *
 * @param quietFrom the hour at which their quiet begins, in their zone; the same as {@code
 *     quietUntil} for none
 * @param quietUntil the hour at which it ends
 */
public record NoticeSettings(Digest digest, int quietFrom, int quietUntil, ZoneId zone) {
    /** How often a letter tells that there is something new. The names are stored. */
    public enum Digest {
        NONE,
        DAILY,
        WEEKLY;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        Duration every() {
            return switch (this) {
                case NONE -> Duration.ZERO;
                case DAILY -> Duration.ofDays(1);
                case WEEKLY -> Duration.ofDays(7);
            };
        }
    }

    /** Of somebody who settled nothing: the page alone. */
    static NoticeSettings in(ZoneId zone) {
        return new NoticeSettings(Digest.NONE, 20, 7, zone);
    }

    /** That moment, or the end of the quiet in which it falls. */
    Instant outsideQuiet(Instant moment) {
        ZonedDateTime there = moment.atZone(zone);
        if (!isQuiet(there.getHour())) {
            return moment;
        }
        ZonedDateTime end = there.with(LocalTime.of(quietUntil, 0));
        return (end.isAfter(there) ? end : end.plusDays(1)).toInstant();
    }

    private boolean isQuiet(int hour) {
        return quietFrom <= quietUntil
                ? hour >= quietFrom && hour < quietUntil
                : hour >= quietFrom || hour < quietUntil;
    }

    static Digest digest(String name) {
        try {
            return Digest.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            return Digest.NONE;
        }
    }
}
