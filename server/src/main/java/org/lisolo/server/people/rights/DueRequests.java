package org.lisolo.server.people.rights;

import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.TodayItem;
import org.lisolo.server.people.TodaySource;
import org.lisolo.server.people.Waiting;
import org.springframework.stereotype.Component;

import java.util.List;

/** Requests wait for the officer until they are answered, the nearest to its due date first. */
@Component
class DueRequests implements TodaySource, Waiting {
    private final DataRequests requests;

    DueRequests(DataRequests requests) {
        this.requests = requests;
    }

    @Override
    public List<TodayItem> items(SignedIn who) {
        if (!who.may(Action.ANSWER_DATA_REQUESTS)) {
            return List.of();
        }
        return requests.list(who, true, 0).stream()
                .map(
                        request ->
                                new TodayItem(
                                        "rights.today." + request.kind().key(),
                                        request.asker().name(),
                                        request.due(),
                                        request.path(),
                                        "rights.today.answer"))
                .toList();
    }

    @Override
    public String path() {
        return "/work/requests";
    }

    @Override
    public long count(SignedIn who) {
        return items(who).size();
    }
}
