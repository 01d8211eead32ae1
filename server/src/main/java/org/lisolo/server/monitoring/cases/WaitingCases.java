package org.lisolo.server.monitoring.cases;

import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.TodayItem;
import org.lisolo.server.people.TodaySource;
import org.lisolo.server.people.Waiting;
import org.springframework.stereotype.Component;

import java.util.List;

/** What waits for a person among the cases: theirs, and those of which they are told. */
@Component
class WaitingCases implements TodaySource, Waiting {
    private static final int MOST = 20;

    private final CaseLists lists;
    private final CaseViews views;

    WaitingCases(CaseLists lists, CaseViews views) {
        this.lists = lists;
        this.views = views;
    }

    @Override
    public List<TodayItem> items(SignedIn who) {
        if (!CaseSteps.mayWork(who)) {
            return List.of();
        }
        return views.rows(who, lists.waitingFor(who, MOST)).stream()
                .map(WaitingCases::item)
                .toList();
    }

    @Override
    public String path() {
        return "/work/cases";
    }

    @Override
    public long count(SignedIn who) {
        return CaseSteps.mayWork(who) ? lists.countWaitingFor(who) : 0;
    }

    private static TodayItem item(CasesPage.Row row) {
        Case file = row.file();
        String words = row.text().map(text -> text.plain().strip()).orElse("");
        return new TodayItem(
                row.mine()
                        ? "monitoring.today.case.mine"
                        : row.file().team().isPresent()
                                ? "monitoring.today.case.ours"
                                : "monitoring.today.case.new",
                words.isEmpty() ? String.join(", ", row.rules()) : words,
                file.dueAt().orElse(null),
                row.path(),
                "monitoring.today.open");
    }
}
