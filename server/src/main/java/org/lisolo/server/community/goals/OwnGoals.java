package org.lisolo.server.community.goals;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Set;

/** What somebody proposed to themselves and how it went, in the clear for them alone. */
@Component
@Order(61)
class OwnGoals implements PersonalData {
    private final GoalStore store;

    OwnGoals(GoalStore store) {
        this.store = store;
    }

    @Override
    public List<Section> of(AccountId account) {
        List<Goal> goals = store.of(account);
        return List.of(
                new Section(
                        "rights.section.goals", "goals", goals.stream().map(OwnGoals::of).toList()),
                new Section(
                        "rights.section.check_ins",
                        "check_ins",
                        goals.stream()
                                .flatMap(goal -> store.checkIns(goal.id()).stream())
                                .map(OwnGoals::of)
                                .toList()));
    }

    private static List<Field> of(Goal goal) {
        return List.of(
                new Field(
                        "rights.field.kind",
                        "kind",
                        goal.kind().key(),
                        "goals.kind." + goal.kind().key()),
                new Field("rights.field.value", "value", goal.words()),
                new Field("rights.field.since", "since", goal.begins().toString()));
    }

    private static List<Field> of(CheckIn one) {
        String how = one.held() ? "held" : "slipped";
        return List.of(
                new Field("rights.field.at", "at", one.day().toString()),
                new Field("rights.field.state", "state", how, "goals.how." + how),
                new Field("rights.field.value", "value", one.words()));
    }

    @Override
    public Set<String> columns() {
        return Set.of("community.goal.account");
    }

    @Override
    public void erase(AccountId account) {
        store.erase(account);
    }
}
