package org.lisolo.server.people.verification;

import org.lisolo.server.people.PeopleKey;
import org.lisolo.server.platform.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The papers of open requests, sealed; none of them outlives the decision. */
@Repository("verificationDocumentStore")
class DocumentStore {
    private final JdbcClient jdbc;
    private final PeopleKey key;
    private final Ids ids;

    DocumentStore(JdbcClient jdbc, PeopleKey key, Ids ids) {
        this.jdbc = jdbc;
        this.key = key;
        this.ids = ids;
    }

    void add(VerificationId verification, List<Document> documents) {
        for (int i = 0; i < documents.size(); i++) {
            Document document = documents.get(i);
            UUID id = ids.next();
            jdbc.sql(
                            """
                            insert into people.verification_document
                                (id, verification, number, type, name, content)
                            values (:id, :verification, :number, :type, :name, :content)
                            """)
                    .param("id", id)
                    .param("verification", verification.value())
                    .param("number", i + 1)
                    .param("type", document.type())
                    .param("name", key.seal(document.name(), "verification_document.name " + id))
                    .param(
                            "content",
                            key.seal(document.content(), "verification_document.content " + id))
                    .update();
        }
    }

    /** In the order in which they were added, counted from 1. */
    List<String> names(VerificationId verification) {
        return jdbc.sql(
                        """
                        select id, name from people.verification_document
                        where verification = :verification order by number
                        """)
                .param("verification", verification.value())
                .query((row, _) -> name(row))
                .list();
    }

    Optional<Document> find(VerificationId verification, int number) {
        return jdbc.sql(
                        """
                        select id, name, type, content from people.verification_document
                        where verification = :verification and number = :number
                        """)
                .param("verification", verification.value())
                .param("number", number)
                .query(
                        (row, _) ->
                                new Document(
                                        name(row),
                                        row.getString("type"),
                                        key.open(
                                                row.getBytes("content"),
                                                "verification_document.content "
                                                        + row.getObject("id", UUID.class))))
                .optional();
    }

    void delete(VerificationId verification) {
        jdbc.sql("delete from people.verification_document where verification = :verification")
                .param("verification", verification.value())
                .update();
    }

    private String name(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return key.openText(row.getBytes("name"), "verification_document.name " + id);
    }
}
