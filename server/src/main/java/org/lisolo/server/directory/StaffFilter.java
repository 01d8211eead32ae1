package org.lisolo.server.directory;

import org.lisolo.server.people.OrganisationId;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Which of an organisation's entries staff look for.
 *
 * @param kind empty for both
 * @param state of the view: public, hidden, retired, or {@code old} for what waits to be confirmed
 * @param old entries not confirmed since then wait
 */
record StaffFilter(
        OrganisationId organisation, String kind, String state, String words, Instant old) {
    static final String NAME =
            "coalesce(body ->> 'name', concat_ws(' ', body ->> 'nom', body ->> 'postnom',"
                    + " body ->> 'prenom'))";

    String where() {
        String sql = " where organisation = :organisation";
        sql += kind.isEmpty() ? "" : " and kind = :kind";
        sql +=
                switch (state) {
                    case "hidden" -> " and state = 2";
                    case "retired" -> " and state = 3";
                    case "old" -> " and state = 1 and confirmed < :old";
                    default -> " and state = 1";
                };
        return words.isBlank() ? sql : sql + " and " + NAME + " ilike :words";
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("organisation", organisation.value());
        parameters.put("old", Timestamp.from(old));
        parameters.put("kind", EntryKind.ofPath(kind).map(EntryKind::code).orElse(0));
        parameters.put("words", "%" + words.strip().replaceAll("[%_\\\\]", "\\\\$0") + "%");
        return parameters;
    }
}
