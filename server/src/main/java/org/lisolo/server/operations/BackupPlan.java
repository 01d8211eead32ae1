package org.lisolo.server.operations;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.platform.DataFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the settings say of the backups that the server makes by itself. */
@Component
class BackupPlan {
    private static final String SETTING = "lisolo.backup.passphrase";

    private final Optional<Path> folder;
    private final List<LocalTime> times;
    private final Retention retention;
    private final Environment environment;
    private final Path data;

    BackupPlan(
            @Value("${lisolo.backup.folder:}") String folder,
            @Value("${lisolo.backup.at}") List<LocalTime> times,
            @Value("${lisolo.backup.zone:}") String zone,
            @Value("${lisolo.backup.keep.days}") int days,
            @Value("${lisolo.backup.keep.weeks}") int weeks,
            @Value("${lisolo.backup.keep.months}") int months,
            Environment environment,
            DataFolder data) {
        this.folder =
                folder.isBlank()
                        ? Optional.empty()
                        : Optional.of(Path.of(folder.strip()).toAbsolutePath().normalize());
        this.times = times.stream().sorted().toList();
        this.retention =
                new Retention(
                        days,
                        weeks,
                        months,
                        zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone.strip()));
        this.environment = environment;
        this.data = data.path();
    }

    /** Where the files go; none if nobody has set that. */
    Optional<Path> folder() {
        return folder;
    }

    Retention retention() {
        return retention;
    }

    /** When the last one was to be made. */
    Instant lastDue(Instant now) {
        return around(now).filter(at -> !at.isAfter(now)).max(Instant::compareTo).orElse(now);
    }

    Instant nextDue(Instant now) {
        return around(now).filter(at -> at.isAfter(now)).min(Instant::compareTo).orElse(now);
    }

    private Stream<Instant> around(Instant now) {
        ZoneId zone = retention.zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        return Stream.of(-1, 0, 1, 2)
                .map(today::plusDays)
                .flatMap(day -> times.stream().map(time -> day.atTime(time).atZone(zone)))
                .map(java.time.ZonedDateTime::toInstant);
    }

    /**
     * Asked for anew each time, so that it can be changed without a restart.
     *
     * @throws Hindrance if there is none, or a weak one
     */
    String passphrase() throws Hindrance {
        String file = environment.getProperty(SETTING + "-file", "");
        @Nullable String given = environment.getProperty(SETTING);
        try {
            String passphrase =
                    file.isBlank()
                            ? Optional.ofNullable(given).orElse("")
                            : Files.readString(Path.of(file.strip()));
            if (passphrase.strip().length() < Operator.SHORTEST_PASSPHRASE) {
                throw new Hindrance("passphrase");
            }
            return passphrase.strip();
        } catch (IOException _) {
            throw new Hindrance("passphrase");
        }
    }

    /**
     * The folder, if backups can be kept there.
     *
     * @throws Hindrance if it is missing, can't be written, or lies in the data folder and would go
     *     with it
     */
    Path usableFolder() throws Hindrance {
        Path path = folder.orElseThrow(() -> new Hindrance("unset"));
        if (!Files.isDirectory(path) || !Files.isWritable(path)) {
            throw new Hindrance("folder");
        }
        try {
            if (path.toRealPath().startsWith(data)) {
                throw new Hindrance("inside");
            }
        } catch (IOException _) {
            throw new Hindrance("folder");
        }
        return path;
    }

    /** What keeps backups from being made, as far as it can be told beforehand. */
    Optional<Hindrance> hindrance() {
        try {
            usableFolder();
            passphrase();
            return Optional.empty();
        } catch (Hindrance e) {
            return Optional.of(e);
        }
    }

    /** What keeps a backup from being made: the last part of the key of its sentence. */
    static final class Hindrance extends Exception {
        private static final long serialVersionUID = 1L;

        Hindrance(String code) {
            super(code);
        }

        String code() {
            return java.util.Objects.requireNonNull(getMessage());
        }
    }
}
