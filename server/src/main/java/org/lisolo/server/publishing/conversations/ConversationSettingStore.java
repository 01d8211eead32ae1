package org.lisolo.server.publishing.conversations;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.publishing.conversations.Promise.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Each organisation's promise, its unheard channels and its own voices, at rest. */
@Repository
class ConversationSettingStore {
    private final JdbcClient jdbc;

    ConversationSettingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ConversationSettings of(OrganisationId organisation) {
        return jdbc.sql("select * from publishing.conversation_promise where organisation = ?")
                .param(organisation.value())
                .query((row, _) -> settings(row))
                .optional()
                .orElse(ConversationSettings.HOUSE);
    }

    void keep(OrganisationId organisation, ConversationSettings now, AccountId by, Instant at) {
        Optional<Work> work = now.promise().work();
        jdbc.sql(
                        """
                        insert into publishing.conversation_promise
                               (organisation, hours, days, opens, closes, phone, place, link,
                                changed_by, changed_at)
                        values (:organisation, :hours, cast(:days as int[]), :opens, :closes,
                                :phone, :place, :link, :by, :at)
                        on conflict (organisation) do update
                           set hours = excluded.hours, days = excluded.days,
                               opens = excluded.opens, closes = excluded.closes,
                               phone = excluded.phone, place = excluded.place,
                               link = excluded.link, changed_by = excluded.changed_by,
                               changed_at = excluded.changed_at
                        """)
                .param("organisation", organisation.value())
                .param("hours", now.promise().hours())
                .param("days", work.map(ConversationSettingStore::days).orElse("{}"))
                .param("opens", work.map(Work::opens).orElse(null), Types.TIME)
                .param("closes", work.map(Work::closes).orElse(null), Types.TIME)
                .param("phone", now.phone())
                .param("place", now.place())
                .param("link", now.link())
                .param("by", by.value())
                .param("at", ConversationStore.utc(at))
                .update();
    }

    private static String days(Work work) {
        return work.days().stream()
                .map(day -> Integer.toString(day.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static ConversationSettings settings(ResultSet row) throws SQLException {
        @Nullable LocalTime opens = row.getObject("opens", LocalTime.class);
        @Nullable LocalTime closes = row.getObject("closes", LocalTime.class);
        Set<DayOfWeek> days =
                Arrays.stream((Integer[]) row.getArray("days").getArray())
                        .map(DayOfWeek::of)
                        .collect(Collectors.toSet());
        Optional<Work> work =
                opens == null || closes == null || days.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Work(days, opens, closes));
        return new ConversationSettings(
                new Promise(row.getInt("hours"), work),
                row.getString("phone"),
                row.getString("place"),
                row.getString("link"));
    }

    /** Those of these channels whose talk is not to their organisation. */
    Set<ChannelId> unheard(Collection<ChannelId> channels) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select channel from publishing.conversation_unheard
                                 where channel = any(cast(:channels as uuid[]))
                                """)
                        .param("channels", ConversationStore.texts(channels))
                        .query((row, _) -> new ChannelId(row.getObject(1, UUID.class)))
                        .list());
    }

    void keepUnheard(OrganisationId organisation, Set<ChannelId> channels) {
        jdbc.sql("delete from publishing.conversation_unheard where organisation = ?")
                .param(organisation.value())
                .update();
        for (ChannelId channel : channels) {
            jdbc.sql(
                            """
                            insert into publishing.conversation_unheard (organisation, channel)
                            values (?, ?) on conflict do nothing
                            """)
                    .params(organisation.value(), channel.value())
                    .update();
        }
    }

    /** Those of these digests that are accounts of the organisation's own. */
    Set<String> voices(Collection<String> who) {
        return new HashSet<>(
                jdbc.sql("select who from publishing.conversation_voice where who = any(:who)")
                        .param("who", who.toArray(String[]::new))
                        .query((row, _) -> row.getString("who"))
                        .list());
    }

    void addVoice(OrganisationId organisation, ChannelId channel, String who) {
        jdbc.sql(
                        """
                        insert into publishing.conversation_voice (organisation, channel, who)
                        values (?, ?, ?) on conflict do nothing
                        """)
                .params(organisation.value(), channel.value(), who)
                .update();
    }

    int voices(OrganisationId organisation) {
        return jdbc.sql("select count(*) from publishing.conversation_voice where organisation = ?")
                .param(organisation.value())
                .query(Integer.class)
                .single();
    }

    void forgetVoices(OrganisationId organisation) {
        jdbc.sql("delete from publishing.conversation_voice where organisation = ?")
                .param(organisation.value())
                .update();
    }
}
