package org.lisolo.server.people;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an account itself holds. */
@Component
@Order(1)
class OwnAccount implements PersonalData {
    private final AccountStore store;

    OwnAccount(AccountStore store) {
        this.store = store;
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "people.membership.account",
                "people.team_member.account",
                "people.operator.account");
    }

    @Override
    public List<Section> of(AccountId account) {
        List<Field> fields = new ArrayList<>();
        AccountStore.Own own = store.own(account);
        add(fields, "rights.field.name", "name", own.name());
        add(fields, "rights.field.pseudonym", "pseudonym", own.pseudonym());
        add(fields, "people.email", "email", own.email());
        add(fields, "people.phone", "phone", own.phone());
        fields.add(
                new Field(
                        "rights.field.language",
                        "language",
                        own.language(),
                        "rights.language." + own.language()));
        add(fields, "rights.field.made", "made", own.made().toString());
        add(fields, "people.operators.title", "operator_since", own.operatorSince());
        return List.of(
                new Section("rights.section.account", "account_fields", List.of(fields)),
                new Section(
                        "rights.section.memberships",
                        "memberships",
                        own.organisations().stream().map(OwnAccount::membership).toList()));
    }

    private static List<Field> membership(AccountStore.Joined at) {
        return List.of(
                new Field("rights.field.member", "member_of", at.organisation()),
                new Field(
                        "people.roles",
                        "roles",
                        String.join(" ", at.roles()),
                        at.roles().stream().map(role -> "people.role." + role).toList(),
                        Optional.empty()),
                new Field("people.teams.title", "teams", String.join(", ", at.teams())));
    }

    private static void add(List<Field> fields, String label, String name, String value) {
        if (!value.isEmpty()) {
            fields.add(new Field(label, name, value));
        }
    }

    @Override
    public void erase(AccountId account) {
        store.erase(account);
    }
}
