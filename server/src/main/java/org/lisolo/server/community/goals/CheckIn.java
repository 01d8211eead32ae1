package org.lisolo.server.community.goals;

import java.time.LocalDate;

/**
 * How a day or a week went.
 *
 * @param day or the Monday of the week
 */
public record CheckIn(LocalDate day, boolean held, String words) {
    @Override
    public String toString() {
        return "a day of a goal";
    }
}
