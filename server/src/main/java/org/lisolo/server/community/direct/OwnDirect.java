package org.lisolo.server.community.direct;

import org.lisolo.server.community.Before;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.PersonalData;
import org.lisolo.server.people.PersonalRows;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What somebody writes to others, and others to them, with its words: whoever they belong to reads
 * them on the page of messages, too. With the account goes all of it, also what others wrote.
 */
@Component
@Order(62)
class OwnDirect implements PersonalData {
    private final DirectStore store;
    private final PersonalData rows;

    OwnDirect(DirectStore store, JdbcClient jdbc) {
        this.store = store;
        this.rows = rows(jdbc);
    }

    @Override
    public List<Section> of(AccountId account) {
        List<Section> all = new ArrayList<>();
        all.add(new Section("rights.section.direct", "direct", messages(account)));
        all.addAll(rows.of(account));
        return all;
    }

    /** Whom they are from is told, and not by name: that is the other's. */
    private List<List<Field>> messages(AccountId account) {
        List<List<Field>> messages = new ArrayList<>();
        int conversation = 0;
        for (DirectStore.Pair pair : store.of(account, 0, Integer.MAX_VALUE)) {
            conversation++;
            for (DirectStore.Direct one :
                    store.in(pair.id(), Before.NOW, Integer.MAX_VALUE).reversed()) {
                String kind = one.sender().equals(account) ? "sent" : "received";
                messages.add(
                        List.of(
                                new Field(
                                        "rights.field.number",
                                        "conversation",
                                        Integer.toString(conversation)),
                                new Field("rights.field.at", "at", one.at().toString()),
                                new Field("rights.field.kind", "kind", kind, "direct." + kind),
                                new Field("rights.field.message", "message", one.words())));
            }
        }
        return messages;
    }

    @Override
    public Set<String> columns() {
        Set<String> columns = new HashSet<>(rows.columns());
        columns.add("community.direct.sender");
        return columns;
    }

    @Override
    public void erase(AccountId account) {
        rows.erase(account);
    }

    private static PersonalData rows(JdbcClient jdbc) {
        return PersonalRows.of(jdbc)
                .section(
                        "direct_pairs",
                        """
                        select opened_at as since from community.pair
                         where one = :account or other = :account order by opened_at
                        """,
                        "community.pair.one",
                        "community.pair.other",
                        "community.pair.opened_by")
                .erasing("delete from community.pair where one = :account or other = :account")
                .section(
                        "direct_setting",
                        """
                        select allowed as kind from community.direct_setting
                         where account = :account
                        """,
                        "community.direct_setting.account")
                .worded("kind", "direct.allowed.")
                .erasing("delete from community.direct_setting where account = :account")
                .section(
                        "direct_reports",
                        """
                        select at from community.direct_report
                         where reporter = :account order by at
                        """,
                        "community.direct_report.reporter",
                        "community.direct_report.sender")
                .erasing(
                        """
                        delete from community.direct_report
                         where reporter = :account or sender = :account
                        """)
                .section(
                        "direct_barred",
                        "select since from community.direct_barred where account = :account",
                        "community.direct_barred.account")
                .erasing("delete from community.direct_barred where account = :account");
    }
}
