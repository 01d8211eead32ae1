package org.lisolo.server.operations;

import org.lisolo.server.platform.Figure;
import org.lisolo.server.platform.Figures;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How old the newest good backup is, how large, and whether the last try failed. */
@Component
class BackupFigures implements Figures {
    private final KeptBackupStore store;
    private final Clock clock;

    BackupFigures(KeptBackupStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<Figure> figures() {
        Optional<KeptBackup> good = store.newestDone();
        boolean failed =
                store.latest(1).stream().anyMatch(last -> last.state() == KeptBackup.State.FAILED);
        return List.of(
                Figure.of("lisolo.backup.age", good.map(this::age).orElse(Double.NaN)),
                Figure.of(
                        "lisolo.backup.size",
                        good.map(KeptBackup::size).map(Long::doubleValue).orElse(Double.NaN)),
                Figure.of("lisolo.backup.failed", failed ? 1 : 0));
    }

    private double age(KeptBackup backup) {
        return (double) Duration.between(backup.begun(), clock.instant()).toSeconds();
    }
}
