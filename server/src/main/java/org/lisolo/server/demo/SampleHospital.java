package org.lisolo.server.demo;

import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.CodesOnScreen;
import org.lisolo.server.people.NewAccount;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.OrganisationKind;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.TotpSecret;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Fills an empty installation with the sample hospital: its people, its channel, its rules and the
 * talk of the last two weeks. What is there already is left as it is.
 */
@Component
@ConditionalOnBooleanProperty(name = "lisolo.demo", matchIfMissing = true)
class SampleHospital implements CodesOnScreen {
    static final String CHANNEL = "Page de l’hôpital";

    private final Organisations organisations;
    private final Accounts accounts;
    private final Channels channels;
    private final SampleRules rules;
    private final SampleDirectory directory;
    private final SampleTalk talk;
    private final SamplePeople people;
    private final SampleNews news;
    private final SampleConversations conversations;
    private final SampleCommunity community;
    private final SamplePasswords passwords;
    private final SecureRandom random = new SecureRandom();

    SampleHospital(
            Organisations organisations,
            Accounts accounts,
            Channels channels,
            SampleRules rules,
            SampleDirectory directory,
            SampleTalk talk,
            SamplePeople people,
            SampleNews news,
            SampleConversations conversations,
            SampleCommunity community,
            SamplePasswords passwords) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.channels = channels;
        this.rules = rules;
        this.directory = directory;
        this.talk = talk;
        this.people = people;
        this.news = news;
        this.conversations = conversations;
        this.community = community;
        this.passwords = passwords;
    }

    /** Before the first administrator is looked for: with these people there is one. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener
    void open(ApplicationReadyEvent ready) {
        if (accounts.isEmpty()) {
            Map<Cast.Colleague, String> made = fill();
            print(made, port(ready));
        }
        channel().ifPresent(talk::goOn);
    }

    private static int port(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web) {
            WebServer server = web.getWebServer();
            return server == null ? 0 : server.getPort();
        }
        return 0;
    }

    /** Whoever tries Lisolo out has no app with the keys of invented people. */
    @Override
    public boolean includes(SignedIn who) {
        return Cast.COLLEAGUES.stream().anyMatch(one -> one.name().equals(who.displayName()));
    }

    private Map<Cast.Colleague, String> fill() {
        Cast.Hospital hospital = Cast.HOSPITAL;
        OrganisationId id =
                organisations.create(hospital.name(), OrganisationKind.HOSPITAL, hospital.zone());
        Map<Cast.Colleague, String> made = new LinkedHashMap<>();
        Map<Cast.Colleague, AccountId> staff = new LinkedHashMap<>();
        for (Cast.Colleague colleague : Cast.COLLEAGUES) {
            String password = passwords.next();
            AccountId account =
                    accounts.create(
                            new NewAccount(
                                            colleague.email(),
                                            colleague.name(),
                                            password,
                                            id,
                                            roles(colleague))
                                    .with(TotpSecret.random(random), List.of()));
            made.put(colleague, password);
            staff.put(colleague, account);
            if (colleague.equals(Cast.DIEUDONNE)) {
                rules.write(as(colleague, account, id));
            }
        }
        Channel channel = channels.open(id, CHANNEL, ChannelKind.LISOLO, Visibility.PUBLIC);
        conversations.promise(channel, signer(staff, Cast.DIEUDONNE, id));
        talk.tellHistory(channel);
        directory.enter(id, hospital.zone());
        made.put(Cast.HONORE, people.add(id, staff));
        news.tell(signer(staff, Cast.AIMEE, id), signer(staff, Cast.CHANTAL, id));
        community.gather(signer(staff, Cast.AIMEE, id), signer(staff, Cast.NADINE, id));
        return made;
    }

    private static SignedIn signer(
            Map<Cast.Colleague, AccountId> staff, Cast.Colleague who, OrganisationId id) {
        return as(who, Objects.requireNonNull(staff.get(who)), id);
    }

    /** Whoever runs the platform for the hospital runs it as a whole too. */
    private static Set<Role> roles(Cast.Colleague colleague) {
        return colleague.equals(Cast.GRACE)
                ? Set.of(Role.ADMIN, Role.OPERATOR)
                : Set.of(colleague.role());
    }

    private static SignedIn as(Cast.Colleague colleague, AccountId account, OrganisationId id) {
        return new SignedIn(
                account,
                colleague.name(),
                id,
                Cast.HOSPITAL.name(),
                Set.of(colleague.role()),
                Cast.HOSPITAL.zone());
    }

    private Optional<Channel> channel() {
        return organisations.all().stream()
                .filter(id -> organisations.name(id).equals(Cast.HOSPITAL.name()))
                .flatMap(id -> channels.all(id).stream())
                .filter(channel -> channel.name().equals(CHANNEL))
                .findFirst();
    }

    @SuppressWarnings("SystemOut") // the console, and not the log
    private static void print(Map<Cast.Colleague, String> made, int port) {
        StringBuilder lines = new StringBuilder();
        made.forEach(
                (colleague, password) ->
                        lines.append(
                                "    %-14s %-34s %s%n"
                                        .formatted(colleague.role(), colleague.email(), password)));
        System.out.printf(
                """

                Hôpital d’exemple : tout y est inventé. Ces mots de passe ne sont montrés qu’une fois ;
                le code demandé ensuite est écrit sur la page même.
                A sample hospital: all of it is invented. These passwords are shown only once;
                the code that is asked for next is written on the page itself.

                %s
                    Membre du public / member of the public: %s
                    par un code qui se lit ici / by a code that is read here: /demo/outbox

                    http://localhost:%d

                """,
                lines, Cast.MAMAN_BIJOU.email(), port);
    }
}
