package org.lisolo.server.community.moderation;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.moderation.Decisions.Grounds;
import org.lisolo.server.community.moderation.ReportFile.OwnRow;
import org.lisolo.server.community.moderation.ReportFile.Report;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.platform.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What people report, and what comes of it. All reports about one contribution lie in one file,
 * which one moderator takes and decides. Thread-safe.
 */
@Service
class Reports {
    private final ReportStore store;
    private final Contributions contributions;
    private final Decisions decisions;
    private final Moderators moderators;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reports(
            ReportStore store,
            Contributions contributions,
            Decisions decisions,
            Moderators moderators,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.contributions = contributions;
        this.decisions = decisions;
        this.moderators = moderators;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** What a reader sees and may thus report. */
    Contribution reportable(ContributionId id, Reader reader) {
        return contributions
                .find(id, reader)
                .filter(one -> !one.hidden())
                .orElseThrow(Decisions::unknown);
    }

    boolean hasReported(ContributionId id, AccountId reporter) {
        return store.hasReported(id, reporter);
    }

    /**
     * Reports something once.
     *
     * @param words may be empty where the reason says enough
     */
    @Transactional
    void report(ContributionId id, Reader reader, Reason reason, String words) {
        Contribution one = reportable(id, reader);
        String said = words.strip();
        if (said.isEmpty() && reason == Reason.OTHER) {
            throw Problem.invalid("moderation.problem.words").atField("words");
        }
        if (said.length() > Decisions.LONGEST) {
            throw Problem.invalid("moderation.problem.long", Decisions.LONGEST).atField("words");
        }
        AccountId reporter = reader.account().orElseThrow();
        UUID file = store.fileOf(one, clock.instant());
        if (store.add(file, id, reporter, reason, said, clock.instant()).isEmpty()) {
            throw Problem.conflict("moderation.problem.again");
        }
        trail.about("report-files", file);
    }

    /** One's own report. */
    Report own(UUID id, AccountId reporter) {
        return store.report(id)
                .filter(one -> one.reporter().equals(reporter))
                .orElseThrow(Decisions::unknown);
    }

    List<OwnRow> by(AccountId reporter) {
        return store.by(reporter, 50);
    }

    ReportFile file(UUID id) {
        return store.file(id).orElseThrow(Decisions::unknown);
    }

    /** For whoever moderates its space. */
    ReportFile file(UUID id, Reader reader) {
        ReportFile file = file(id);
        moderators.mine(reader, file.space());
        trail.about("contributions", file.contribution());
        return file;
    }

    List<Report> in(ReportFile file) {
        return store.of(file.id());
    }

    @Transactional
    void claim(UUID id, Reader reader) {
        ReportFile file = file(id, reader);
        AccountId by = reader.account().orElseThrow();
        contributions
                .find(file.contribution())
                .filter(one -> contributions.isOwn(reader, one))
                .ifPresent(
                        _ -> {
                            throw Problem.forbidden("moderation.problem.own");
                        });
        if (!store.claim(id, by, clock.instant())) {
            throw Problem.conflict("moderation.problem.claimed");
        }
    }

    @Transactional
    void release(UUID id, Reader reader) {
        file(id, reader);
        store.release(id, reader.account().orElseThrow());
    }

    /** The reporter writes to the moderators. */
    @Transactional
    void add(UUID report, AccountId reporter, String words) {
        own(report, reporter);
        store.reply(report, reporter, Decisions.clean(words, "words"), clock.instant());
    }

    /** A moderator writes to one who reported. */
    @Transactional
    void answer(UUID file, UUID report, Reader reader, String words) {
        file(file, reader);
        Report one =
                store.report(report)
                        .filter(found -> found.file().equals(file))
                        .orElseThrow(Decisions::unknown);
        AccountId by = reader.account().orElseThrow();
        if (by.equals(one.reporter())) {
            throw Problem.forbidden("moderation.problem.own");
        }
        store.reply(report, by, Decisions.clean(words, "answer"), clock.instant());
        events.publishEvent(new Told(one.reporter(), Told.Kind.REPORT_ANSWERED, one.id()));
    }

    /**
     * What a moderator decides upon a file.
     *
     * @param measure upon the author, if any
     * @param time of a pause
     */
    record Ruling(
            boolean hide,
            Optional<Decision.Kind> measure,
            Duration time,
            Reason reason,
            String words) {}

    @Transactional
    void decide(UUID id, Reader reader, Ruling ruling) {
        ReportFile file = file(id, reader);
        AccountId by = reader.account().orElseThrow();
        var grounds = new Grounds(ruling.reason(), ruling.words(), by, Optional.of(id));
        Contribution one = contributions.find(file.contribution()).orElseThrow(Decisions::unknown);
        if (!store.decide(id, by, clock.instant())) {
            throw Problem.conflict("moderation.problem.notYours");
        }
        if (ruling.hide()) {
            contributions.hide(one);
        }
        decisions.about(one, ruling.hide() ? Decision.Kind.HIDE : Decision.Kind.LEAVE, grounds);
        ruling.measure()
                .ifPresent(measure -> decisions.measure(one, measure, ruling.time(), grounds));
        for (Report report : store.of(id)) {
            events.publishEvent(new Told(report.reporter(), Told.Kind.REPORT_DECIDED, report.id()));
        }
    }

    /** What waits for this moderator. */
    List<ReportFile> waiting(Reader reader) {
        return store.open(moderators.spacesOf(reader.who().orElseThrow()), 100);
    }

    Space space(ReportFile file, Reader reader) {
        return moderators.mine(reader, file.space());
    }
}
