package org.lisolo.server.releases;

import org.lisolo.server.platform.Seal;
import org.lisolo.server.platform.Seal.Enclosed;
import org.lisolo.server.platform.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The pictures that somebody was asked about, and papers that somebody signed, sealed. */
@Repository("releasePictureStore")
class PictureStore {
    private final JdbcClient jdbc;
    private final Seal seal;

    PictureStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.seal = vault.of(ReleaseStore.PURPOSE);
    }

    /** A scanned form. */
    @SuppressWarnings("ArrayRecordComponent") // equality of papers is nobody's question
    record Paper(String name, String mediaType, byte[] content) {
        @Override
        public String toString() {
            return "a paper of " + content.length + " bytes";
        }
    }

    private static String place(ReleaseId release, int number) {
        return "release.picture " + release + " " + number;
    }

    private static String alt(ReleaseId release, int number) {
        return "release.alt " + release + " " + number;
    }

    void add(ReleaseId release, int number, Picture picture, byte[] bytes) {
        Enclosed enclosed = seal.enclose(bytes, place(release, number));
        jdbc.sql(
                        """
                        insert into releases.picture
                               (release, number, hash, media_type, width, height, alt, key, bytes)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        release.value(),
                        number,
                        picture.hash(),
                        picture.mediaType(),
                        picture.width(),
                        picture.height(),
                        seal.seal(picture.alt(), alt(release, number)),
                        enclosed.key(),
                        enclosed.bytes())
                .update();
    }

    /** Those of each, in their order; of one without pictures nothing. */
    Map<ReleaseId, List<Picture>> of(Collection<ReleaseId> releases) {
        Map<ReleaseId, List<Picture>> pictures = new HashMap<>();
        jdbc.sql(
                        """
                        select release, number, hash, media_type, width, height, alt
                          from releases.picture where release = any(?) order by release, number
                        """)
                .param(releases.stream().map(ReleaseId::value).toArray(UUID[]::new))
                .query(
                        row -> {
                            var release = new ReleaseId(row.getObject("release", UUID.class));
                            var picture =
                                    new Picture(
                                            row.getString("hash"),
                                            row.getString("media_type"),
                                            row.getInt("width"),
                                            row.getInt("height"),
                                            seal.openText(
                                                    row.getBytes("alt"),
                                                    alt(release, row.getInt("number"))));
                            pictures.computeIfAbsent(release, _ -> new ArrayList<>()).add(picture);
                        });
        return pictures;
    }

    /**
     * The bytes of one.
     *
     * @param number counted from 1
     */
    Optional<byte[]> bytes(ReleaseId release, int number) {
        return jdbc.sql("select key, bytes from releases.picture where release = ? and number = ?")
                .params(release.value(), number)
                .query(
                        (row, _) ->
                                seal.disclose(
                                        new Enclosed(row.getBytes(1), row.getBytes(2)),
                                        place(release, number)))
                .optional();
    }

    void addPaper(ReleaseId release, Paper paper) {
        Enclosed enclosed = seal.enclose(paper.content(), "release.paper " + release);
        jdbc.sql(
                        """
                        insert into releases.paper (release, media_type, name, key, bytes)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        release.value(),
                        paper.mediaType(),
                        seal.seal(paper.name(), "release.paper.name " + release),
                        enclosed.key(),
                        enclosed.bytes())
                .update();
    }

    Optional<Paper> paper(ReleaseId release) {
        return jdbc.sql("select * from releases.paper where release = ?")
                .param(release.value())
                .query(
                        (row, _) ->
                                new Paper(
                                        seal.openText(
                                                row.getBytes("name"),
                                                "release.paper.name " + release),
                                        row.getString("media_type"),
                                        seal.disclose(
                                                new Enclosed(
                                                        row.getBytes("key"), row.getBytes("bytes")),
                                                "release.paper " + release)))
                .optional();
    }
}
