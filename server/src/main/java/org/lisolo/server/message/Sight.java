package org.lisolo.server.message;

import org.lisolo.server.people.Action;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Purpose;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.VisibilityClass;

import java.util.Set;

/**
 * What a reader may see: everything public, what was said to and by the named organisations, and
 * what was said in the named closed spaces. Every query for text takes one, so that none can forget
 * to ask.
 *
 * @param spaces the channels of the closed spaces
 * @param apart authors of whom nothing is seen, as the log names them
 */
public record Sight(
        Set<OrganisationId> organisations, Set<ChannelId> spaces, Set<String> apart, Use use) {
    /** For what it is read; what was granted to people narrows it. */
    public enum Use {
        /** By those who decide on people's requests: everything. */
        DECIDING(0),
        /** Without the words of people who had their use restricted. */
        WORK(1),
        /** Without those of people, too, who object to research and surveillance. */
        RESEARCH(2);

        private final int hidden;

        Use(int hidden) {
            this.hidden = hidden;
        }

        /** The highest code of the limitations that hide words from it. */
        int hidden() {
            return hidden;
        }
    }

    public Sight {
        organisations = Set.copyOf(organisations);
        spaces = Set.copyOf(spaces);
        apart = Set.copyOf(apart);
    }

    /** For work. */
    public Sight(Set<OrganisationId> organisations) {
        this(organisations, Set.of(), Set.of(), Use.WORK);
    }

    /** A stranger's. */
    public static Sight ofPublic() {
        return new Sight(Set.of());
    }

    /** That of an organisation's own eyes; whoever has a person at hand asks {@link #of}. */
    public static Sight ofStaff(OrganisationId organisation) {
        return new Sight(Set.of(organisation));
    }

    /** What an action shows to this person, as the access table has it. */
    public static Sight of(SignedIn who, Action action) {
        Sight sight =
                action.shows(who.roles()).contains(VisibilityClass.ORGANISATION)
                        ? ofStaff(who.organisation())
                        : ofPublic();
        return who.may(Action.ANSWER_DATA_REQUESTS) ? sight.with(Use.DECIDING) : sight;
    }

    /** The same for an export, by what it is for. */
    public static Sight of(SignedIn who, Action action, Purpose purpose) {
        Sight sight = of(who, action);
        if (sight.organisations().isEmpty()) {
            return sight.with(Use.RESEARCH); // whoever sees only what is public counts
        }
        return switch (purpose) {
            case RIGHTS, LAW -> sight;
            case CASE, OPERATIONS -> sight.with(Use.WORK);
            case RESEARCH -> sight.with(Use.RESEARCH);
        };
    }

    /** The same for another use. */
    public Sight with(Use other) {
        return new Sight(organisations, spaces, apart, other);
    }

    /** The same inside these closed spaces, too. */
    public Sight within(Set<ChannelId> closed) {
        return new Sight(organisations, closed, apart, use);
    }

    /** The same but for what these authors said. */
    public Sight without(Set<String> authors) {
        return new Sight(organisations, spaces, authors, use);
    }

    public boolean allows(MessageEvent event) {
        if (apart.contains(event.author().networkId())) {
            return false;
        }
        return switch (event.visibility()) {
            case PUBLIC -> true;
            case ORGANISATION -> organisations.contains(event.organisation());
            case SPACE -> spaces.contains(event.channel());
        };
    }
}
