package org.lisolo.server.web;

import org.lisolo.server.people.TodayItem;

import java.util.List;

/**
 * What waits for a person.
 *
 * @param items oldest promise first
 */
public record TodayPage(List<TodayItem> items) {
    public TodayPage {
        items = List.copyOf(items);
    }
}
