package org.lisolo.server.directory;

import org.lisolo.server.people.PersonalData;
import org.lisolo.server.people.PersonalRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The entry that names somebody's account, what they changed in the directory and the tables they
 * brought. An erasure leaves the entry, which is the organisation's, without the account.
 */
@Configuration(proxyBeanMethods = false)
class OwnEntries {
    @Bean
    @Order(52)
    static PersonalData ownDirectoryWork(JdbcClient jdbc) {
        return PersonalRows.of(jdbc)
                .section(
                        "entry",
                        """
                        select regexp_replace(f.key, '_[123]$', '.n') as label, f.value
                        from directory.entry e, jsonb_each_text(e.body) f
                        where e.body ->> 'account' = cast(:account as text) and f.value <> ''
                        order by e.id, f.key
                        """,
                        "directory.entry.body",
                        "directory.version.body")
                .named("label", "directory.field.")
                .erasing(
                        """
                        update directory.entry set body = body - 'account'
                        where body ->> 'account' = cast(:account as text)
                        """)
                .erasing(
                        """
                        update directory.version set body = body - 'account'
                        where body ->> 'account' = cast(:account as text)
                        """)
                .section(
                        "entries",
                        """
                        select entry, version, at from directory.version
                        where account = :account order by at
                        """,
                        "directory.version.account")
                .section(
                        "tables",
                        """
                        select file_name as file, created as began, finished as ended
                        from directory.import where account = :account order by created
                        """,
                        "directory.import.account");
    }
}
