package org.lisolo.server.people;

import java.util.List;

/** A module that knows of something that waits for a person; its bean feeds the page “Today”. */
public interface TodaySource {
    /** What waits for this person and may be seen by them; at most a page of it. */
    List<TodayItem> items(SignedIn who);
}
