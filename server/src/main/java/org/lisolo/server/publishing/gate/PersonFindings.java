package org.lisolo.server.publishing.gate;

import org.lisolo.screening.phi.PhiCategory;
import org.lisolo.screening.phi.PhiFinding;
import org.lisolo.screening.phi.PublicFacts;
import org.lisolo.screening.phi.PublicFacts.Fact;
import org.lisolo.server.monitoring.Identifiers;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Organisations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What in a draft points at a person. A day or a place alone points at nobody, so that a health day
 * can be announced; beside somebody's name, or where a patient is spoken of, it does.
 */
@Component
class PersonFindings {
    static final String OWN_NAME = "gate.public.name";

    private static final Set<PhiCategory> ALONE_POINT_AT_NOBODY =
            EnumSet.of(PhiCategory.DATE, PhiCategory.LOCATION, PhiCategory.AGE, PhiCategory.URL);

    private static final Pattern A_PATIENT =
            Pattern.compile(
                    "(?iu)\\b(?:(?:un|une|notre|cette?|la|le|du|d'une?|the|a|our|this)\\s+"
                        + "(?:jeune\\s+|young\\s+)?(?:patiente?|malade|victime|patient|victim)"
                        + "|(?:homme|femme|fille|garçon|enfant|bébé|maman)\\s+de\\s+\\d+\\s+(?:ans|mois)|\\d+[-"
                        + " ]year[- ]old)\\b");

    private final Identifiers identifiers;
    private final Organisations organisations;

    PersonFindings(Identifiers identifiers, Organisations organisations) {
        this.identifiers = identifiers;
        this.organisations = organisations;
    }

    /** What the organisation says in public anyway; within a transaction it is asked once. */
    PublicFacts publicOf(OrganisationId organisation) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return asked(organisation);
        }
        var key = new Known(organisation);
        if (TransactionSynchronizationManager.getResource(key) instanceof PublicFacts known) {
            return known;
        }
        PublicFacts facts = asked(organisation);
        TransactionSynchronizationManager.bindResource(key, facts);
        TransactionSynchronizationManager.registerSynchronization(key);
        return facts;
    }

    /** Under which it is known until the transaction ends. */
    private record Known(OrganisationId organisation) implements TransactionSynchronization {
        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(this);
        }
    }

    private PublicFacts asked(OrganisationId organisation) {
        var name = new Fact(organisations.name(organisation), OWN_NAME);
        return identifiers.publicOf(organisation, List.of(name));
    }

    List<Finding> in(String part, String text, PublicFacts facts, String language, Locale reader) {
        List<PhiFinding> pointing =
                identifiers.in(text, facts).stream().filter(one -> !one.isPublic()).toList();
        boolean somebody =
                A_PATIENT.matcher(text).find() || pointing.stream().anyMatch(PersonFindings::alone);
        Locale said = language.equals("en") ? Locale.ENGLISH : Locale.FRENCH;
        return pointing.stream()
                .filter(one -> somebody || alone(one))
                .map(one -> finding(part, text, one, said, reader))
                .toList();
    }

    private static boolean alone(PhiFinding one) {
        return !ALONE_POINT_AT_NOBODY.contains(one.category());
    }

    private Finding finding(String part, String text, PhiFinding one, Locale said, Locale reader) {
        String words = one.span().in(text).toString();
        String safe = identifiers.safely(text, List.of(one), said);
        return new Finding(
                Concern.PERSON,
                part,
                one.span(),
                words,
                one.category().name().toLowerCase(Locale.ROOT),
                because(one, reader),
                safe.equals(text) ? "" : around(safe, one.span().start()));
    }

    private static String because(PhiFinding one, Locale reader) {
        try {
            return one.because(reader).replace('\'', '’');
        } catch (MissingResourceException _) {
            return "";
        }
    }

    /** The sentence of the safe text at a place. */
    private static String around(String text, int place) {
        int at = Math.min(place, text.length());
        int start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf(". ", at - 1) + 1);
        int end = text.length();
        for (String stop : List.of("\n", ". ")) {
            int found = text.indexOf(stop, at);
            end = found < 0 ? end : Math.min(end, found + 1);
        }
        return text.substring(Math.max(start, 0), end).strip();
    }
}
