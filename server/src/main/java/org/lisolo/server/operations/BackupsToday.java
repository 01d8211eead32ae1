package org.lisolo.server.operations;

import org.lisolo.server.operations.BackupPlan.Hindrance;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.TodayItem;
import org.lisolo.server.people.TodaySource;
import org.lisolo.server.people.Waiting;
import org.lisolo.server.platform.Sentences;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Those who run the server are told when nothing keeps their data safe. */
@Component
class BackupsToday implements TodaySource, Waiting {
    private static final String PATH = "/work/backups";

    private final Backups backups;
    private final BackupPlan plan;
    private final ObjectProvider<Sentences> sentences;
    private final boolean demo;
    private final Clock clock;

    BackupsToday(
            Backups backups,
            BackupPlan plan,
            ObjectProvider<Sentences> sentences,
            @Value("${lisolo.demo:true}") boolean demo,
            Clock clock) {
        this.backups = backups;
        this.plan = plan;
        this.sentences = sentences;
        this.demo = demo;
        this.clock = clock;
    }

    @Override
    public List<TodayItem> items(SignedIn who) {
        if (!who.may(Action.SEE_BACKUPS) || !backups.isOperatedBy(who.organisation())) {
            return List.of();
        }
        return problem().map(this::item).stream().toList();
    }

    /** The last part of the key of the sentence that tells what is wrong, if something is. */
    private Optional<String> problem() {
        if (plan.folder().isEmpty()) {
            // what a demonstration holds need not last
            return demo ? Optional.empty() : Optional.of("unset");
        }
        Optional<String> failed =
                backups.last()
                        .filter(last -> last.state() == KeptBackup.State.FAILED)
                        .map(KeptBackup::failure);
        if (failed.isPresent()) {
            return failed;
        }
        Optional<String> hindrance = plan.hindrance().map(Hindrance::code);
        return hindrance.isPresent()
                ? hindrance
                : Optional.of("late").filter(_ -> backups.isLate(clock.instant()));
    }

    private TodayItem item(String code) {
        String why =
                sentences
                        .getObject()
                        .say(LocaleContextHolder.getLocale(), "backups.failure." + code);
        return new TodayItem(
                code.equals("unset") ? "backups.today.none" : "backups.today.failed",
                why,
                backups.newestGood().map(KeptBackup::begun).map(plan::nextDue).orElse(null),
                PATH,
                "backups.today.open");
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public long count(SignedIn who) {
        return items(who).size();
    }
}
