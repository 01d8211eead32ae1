package org.lisolo.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.server.platform.DataFolder;
import org.springframework.mock.env.MockEnvironment;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

class BackupPlanTest {
    @TempDir Path data;

    @Test
    void knowsTheTimeBeforeAndTheTimeAfter() {
        try (var folder = DataFolder.open(data)) {
            var plan =
                    new BackupPlan(
                            "/mnt/backup",
                            List.of(LocalTime.of(14, 30), LocalTime.of(2, 30)),
                            "Africa/Lubumbashi",
                            7,
                            5,
                            12,
                            new MockEnvironment(),
                            folder);
            Instant morning = Instant.parse("2026-11-29T08:00:00Z");
            assertThat(plan.lastDue(morning)).isEqualTo("2026-11-29T00:30:00Z");
            assertThat(plan.nextDue(morning)).isEqualTo("2026-11-29T12:30:00Z");
            Instant evening = Instant.parse("2026-11-29T12:30:00Z");
            assertThat(plan.lastDue(evening)).isEqualTo("2026-11-29T12:30:00Z");
            assertThat(plan.nextDue(evening)).isEqualTo("2026-11-30T00:30:00Z");
        }
    }
}
