package org.lisolo.server.monitoring;

import org.lisolo.server.people.PersonalData;
import org.lisolo.server.people.PersonalRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whose rules and cases somebody worked on, or is told of. What they noted of others is not theirs.
 */
@Configuration(proxyBeanMethods = false)
class OwnWork {
    @Bean
    @Order(54)
    static PersonalData ownRules(JdbcClient jdbc) {
        return PersonalRows.of(jdbc)
                .section(
                        "rules",
                        """
                        select name, version, changed_at as at from monitoring.rule_version
                        where changed_by = :account order by changed_at
                        """,
                        "monitoring.rule_version.changed_by")
                .section(
                        "told_by_rules",
                        """
                        select v.name from monitoring.rule r
                        join monitoring.rule_version v on v.rule = r.id and v.version = r.version
                        where :account = any(v.told_people) order by v.name
                        """,
                        "monitoring.rule_version.told_people")
                .section(
                        "marks",
                        """
                        select category, marked_at as at from monitoring.identifier_mark
                        where marked_by = :account order by marked_at
                        """,
                        "monitoring.identifier_mark.marked_by")
                .worded("category", "identifiers.category.");
    }

    @Bean
    @Order(55)
    static PersonalData ownCases(JdbcClient jdbc) {
        return PersonalRows.of(jdbc)
                .section(
                        "cases",
                        """
                        select number, opened_at as began, closed_at as ended
                        from monitoring.case_file
                        where assignee = :account or :account = any(told_people) order by opened_at
                        """,
                        "monitoring.case_file.assignee",
                        "monitoring.case_file.told_people")
                .section(
                        "case_steps",
                        """
                        select f.number, s.kind, s.at from monitoring.case_step s
                        join monitoring.case_file f on f.id = s.case_file
                        where s.by_whom = :account or s.person = :account order by s.at
                        """,
                        "monitoring.case_step.by_whom",
                        "monitoring.case_step.person")
                .named("kind", "trail.action.CASE_");
    }
}
