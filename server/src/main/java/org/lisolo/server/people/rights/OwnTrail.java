package org.lisolo.server.people.rights;

import org.lisolo.server.evidence.AuditRecord;
import org.lisolo.server.evidence.AuditRecords;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the audit trail keeps of a person's own deeds. */
@Component
@Order(100)
class OwnTrail implements PersonalData {
    private static final int MOST = 200;

    private static final Set<String> IN_THE_TABLE =
            Arrays.stream(Action.values()).map(Action::name).collect(Collectors.toSet());

    private final AuditRecords records;
    private final AuditTrail trail;

    OwnTrail(AuditRecords records, AuditTrail trail) {
        this.records = records;
        this.trail = trail;
    }

    @Override
    public void erase(AccountId account) {
        trail.eraseDetailsOf(account.value());
    }

    @Override
    public Set<String> columns() {
        return Set.of("evidence.audit.actor");
    }

    @Override
    public List<Section> of(AccountId account) {
        return List.of(
                new Section(
                        "rights.section.trail",
                        "audit_trail",
                        records.by(account.value(), MOST).stream().map(OwnTrail::row).toList()));
    }

    private static List<Field> row(AuditRecord record) {
        return List.of(
                new Field("rights.field.at", "at", record.at().toString()),
                new Field(
                        "rights.field.action",
                        "action",
                        record.action(),
                        IN_THE_TABLE.contains(record.action())
                                ? "access.action." + record.action()
                                : "trail.action." + record.action()),
                new Field(
                        "rights.field.address",
                        "address",
                        record.details().map(AuditRecord.Details::address).orElse("")));
    }
}
