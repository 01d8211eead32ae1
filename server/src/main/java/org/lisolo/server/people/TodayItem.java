package org.lisolo.server.people;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Something that waits for a person, with its one next step.
 *
 * @param what key of the words that name its kind, such as {@code monitoring.today.case}
 * @param subject what it is about, shown as it is
 * @param promised when it is to be done, by which the page is ordered; null if nobody promised, and
 *     then it stands last
 * @param path the page on which the step is taken
 * @param action key of the words on the link to it
 */
public record TodayItem(
        String what, String subject, @Nullable Instant promised, String path, String action) {}
