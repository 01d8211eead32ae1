package org.lisolo.server.monitoring;

import org.lisolo.screening.phi.PhiFinding;
import org.lisolo.screening.phi.PhiScreener;
import org.lisolo.screening.phi.PublicFacts;
import org.lisolo.screening.phi.PublicFacts.Fact;
import org.lisolo.server.message.PublishedFacts;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Colleague;
import org.lisolo.server.people.OrganisationId;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What in a text points at a person, for whoever is about to say it and for pages that show it.
 * Nothing is kept, and nothing found is ever logged.
 *
 * <pre>{@code
 * PublicFacts facts = identifiers.publicOf(organisation, List.of(new Fact("+243…", key)));
 * List<PhiFinding> findings = identifiers.in(text, facts);
 * // each: span, category, confidence, because(locale), and why it is public where it is
 * String safe = identifiers.safely(text, findings, locale);
 * }</pre>
 */
@Component
public class Identifiers {
    /** The key of the reason that a name of the organisation's own staff is public. */
    public static final String OWN_STAFF = "identifiers.public.staff";

    private final Accounts accounts;
    private final List<PublishedFacts> published;

    Identifiers(Accounts accounts, List<PublishedFacts> published) {
        this.accounts = accounts;
        this.published = published;
    }

    /**
     * What points at a person, by place.
     *
     * @param facts what is public; findings of it say so and why
     */
    public List<PhiFinding> in(String text, PublicFacts facts) {
        return PhiScreener.standard().find(text, facts);
    }

    /**
     * What an organisation says in public anyway: the names of its staff, what its directory tells,
     * and more that the caller knows. The reason of a fact is a key of the bundles.
     */
    public PublicFacts publicOf(OrganisationId organisation, List<Fact> more) {
        Stream<Fact> staff =
                accounts.colleagues(organisation).stream()
                        .map(Colleague::name)
                        .map(name -> new Fact(name, OWN_STAFF));
        Stream<Fact> said = published.stream().flatMap(one -> one.of(organisation).stream());
        return new PublicFacts(
                Stream.of(staff, more.stream(), said).flatMap(facts -> facts).toList());
    }

    /**
     * The text with what is not public said in a safe way; stories stay as they are.
     *
     * @param findings in just this text
     * @param language French or English of what is put in
     */
    public String safely(String text, List<PhiFinding> findings, Locale language) {
        return PhiScreener.safe(text, findings, language);
    }
}
