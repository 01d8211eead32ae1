package org.lisolo.server.channels.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.DataFolder;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.testing.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

@ServerTest
@Timeout(120)
class ImportsTest {
    @Autowired Imports imports;
    @Autowired ImportStore store;
    @Autowired Channels channels;
    @Autowired DataFolder data;

    private final SignedIn who = someone();

    @Test
    void readsAFileCountsItAndRemovesIt() throws Exception {
        ImportJob job = start(file(2_345) + "oops\n");
        ImportJob.Progress progress = done(job).progress();
        assertThat(progress.accepted()).isEqualTo(2_345);
        assertThat(progress.refused()).isEqualTo(1);
        assertThat(progress.line()).isEqualTo(2_346);
        List<Long> refused = new ArrayList<>();
        imports.refusals(job, (line, _) -> refused.add(line));
        assertThat(refused).containsExactly(2_346L);
        assertThat(data.resolve("imports").resolve(job.id().toString())).doesNotExist();
    }

    @Test
    void removesWhatACrashLeftOfAnUploadButNothingFresh() throws Exception {
        Path left = Files.writeString(data.resolve("imports").resolve("left"), "half a file");
        Path fresh = Files.writeString(data.resolve("imports").resolve("fresh"), "on its way");
        Instant before = Instant.now().minus(Duration.ofDays(2));
        Files.setLastModifiedTime(left, FileTime.from(before));
        imports.stop();
        imports.start();
        done(start(file(1))); // it is read after the sweep
        assertThat(left).doesNotExist();
        assertThat(fresh).exists();
        Files.delete(fresh);
    }

    @Test
    void readsWhatIsPackedAndWhatIsAnArray() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(file(10).getBytes(StandardCharsets.UTF_8));
        }
        Channel channel = open();
        var bytes = new ByteArrayInputStream(packed.toByteArray());
        assertThat(done(imports.start(channel, "a.gz", bytes, who)).progress().accepted())
                .isEqualTo(10);
        String array = " [" + file(10).strip().replace("\n", ",\n") + "]";
        var more = new ByteArrayInputStream(array.getBytes(StandardCharsets.UTF_8));
        assertThat(done(imports.start(channel, "a.json", more, who)).progress().known())
                .isEqualTo(10);
    }

    @Test
    void goesOnAfterTheLastNotedBatch() throws Exception {
        String text = file(3_000);
        Channel channel = open();
        imports.stop();
        ImportJob job = start(channel, text);
        long position = text.indexOf("\"m1000\"") - "{\"event\":\"create\",\"id\":".length();
        store.advance(job.id(), position, 1_000, List.of());
        imports.start();
        ImportJob.Progress progress = done(job).progress();
        assertThat(progress.accepted()).isEqualTo(2_000);
        assertThat(progress.line()).isEqualTo(3_000);
        assertThat(progress.position()).isEqualTo(text.length());
    }

    @Test
    void isNoneOfAnotherOrganisationsBusiness() throws Exception {
        ImportJob job = start(file(1));
        assertThatThrownBy(() -> imports.find(job.id(), someone())).isInstanceOf(Problem.class);
        done(job);
    }

    @Test
    void anEmptyFileIsRefusedAndNotKept() {
        assertThatThrownBy(() -> start("")).isInstanceOf(Problem.class);
        assertThat(imports.latest(who)).isEmpty();
    }

    private ImportJob start(String text) throws Exception {
        return start(open(), text);
    }

    private ImportJob start(Channel channel, String text) throws Exception {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return imports.start(channel, "a.jsonl", bytes, who);
    }

    private ImportJob done(ImportJob job) throws InterruptedException {
        ImportJob now = imports.find(job.id(), who);
        while (now.state().goesOn()) {
            Thread.sleep(50);
            now = imports.find(job.id(), who);
        }
        assertThat(now.state()).isEqualTo(ImportJob.State.DONE);
        while (Files.exists(data.resolve("imports").resolve(job.id().toString()))) {
            Thread.sleep(10);
        }
        return now;
    }

    private Channel open() {
        return channels.open(who.organisation(), "Page", ChannelKind.LISOLO, Visibility.PUBLIC);
    }

    private static SignedIn someone() {
        return new SignedIn(
                new AccountId(UUID.randomUUID()),
                "Awa",
                new OrganisationId(UUID.randomUUID()),
                "Hôpital",
                Set.of(Role.ADMIN),
                ZoneOffset.UTC);
    }

    private static String file(int lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append("{\"event\":\"create\",\"id\":\"m")
                    .append(i)
                    .append("\",\"author\":{\"id\":\"a\"},\"text\":\"Mbote\"}\n");
        }
        return text.toString();
    }
}
