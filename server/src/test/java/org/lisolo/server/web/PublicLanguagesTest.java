package org.lisolo.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Contact;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Postbox;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the public reads is there in every language, and each page is in one. A page that lacks a
 * single word is in French as a whole, so its {@code lang} tells whether all of them are there.
 */
@ServerTest
class PublicLanguagesTest {
    /** Which stand in French and English only. */
    private static final Set<String> FRENCH = Set.of("/safeguards");

    private static final List<String> OWN =
            List.of(
                    "/me",
                    "/me/settings",
                    "/me/goals",
                    "/me/goals/new",
                    "/me/moderation",
                    "/me/blocks",
                    "/professional",
                    "/organisations",
                    "/account",
                    "/account/devices",
                    "/account/second-factor",
                    "/account/data");

    /** Safeguards, pages about the organisations that somebody works for, and moderators' pages. */
    private static final Set<String> FOR_STAFF =
            Set.of(
                    "safeguards.jte",
                    "end.jte",
                    "memberships.jte",
                    "queue.jte",
                    "file.jte",
                    "held.jte",
                    "appeal.jte",
                    "limits.jte",
                    "tasks.jte",
                    "task.jte",
                    "rota.jte");

    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern PART = Pattern.compile("@template\\.([\\w.-]+)\\(");
    private static final Pattern KEY = Pattern.compile("\"([\\w-]+(?:\\.[\\w-]+)+)\"");
    private static final Pattern BEGINNING = Pattern.compile("\"([\\w-]+\\.(?:[\\w-]+\\.)+)\" \\+");

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Postbox postbox;
    @Autowired Texts texts;

    private static String language(Visitor.Page page) {
        Matcher language = Pattern.compile("<html lang=\"(\\w+)\"").matcher(page.body());
        return language.find() ? language.group(1) : "";
    }

    @ParameterizedTest
    @EnumSource(names = {"LN", "SW", "EN"})
    void speakToEverybody(Language language) {
        var reader = Visitor.at(port).reading(language.code() + ",fr;q=0.5");
        for (AccessRule rule : AccessTable.rules()) {
            String path = rule.pattern().getPatternString();
            if (rule.access() instanceof AccessRule.Access.Everyone
                    && rule.method().name().equals("GET")
                    && !path.matches(".*[{*].*")) {
                var page = reader.get(path);
                boolean html =
                        page.headers().firstValue("Content-Type").orElse("").contains("html");
                boolean french = FRENCH.contains(path) && language != Language.EN;
                if (page.status() == 200 && html) {
                    assertThat(language(page)).as(path).isEqualTo(french ? "fr" : language.code());
                }
            }
        }
        for (String path : List.of("/directory?q=motema", "/search?q=Goma", "/nothing/here")) {
            assertThat(language(reader.get(path))).as(path).isEqualTo(language.code());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LN", "SW"})
    void speakToMembers(Language language) {
        String contact = UUID.randomUUID() + "@membre.example";
        var member = Visitor.at(port).reading(language.code());
        member.get("/sign-up");
        String ticket =
                member.post(
                                "/sign-up",
                                "pseudonym",
                                "Mboka " + letters(),
                                "contact",
                                contact,
                                "language",
                                language.code())
                        .location()
                        .orElseThrow()
                        .replaceFirst(".*ticket=", "");
        var letter = postbox.await(Contact.of(contact), 1);
        assertThat(letter.subject()).isEqualTo(texts.say(language, "people.letter.signUp.subject"));
        member.get("/code?ticket=" + ticket);
        assertThat(member.post("/code", "ticket", ticket, "code", letter.code()).location())
                .contains("/me");
        for (String path : OWN) {
            var page = member.get(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(language(page)).as(path).isEqualTo(language.code());
        }
        assertThat(member.get("/me/settings").body()).contains(">Lingala<", ">Kiswahili<");
    }

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "zo";
    }

    @Test
    void areInFrenchOnTheWorkSide() {
        var hospital = Hospital.open(organisations, accounts);
        var awa = hospital.communicator().at(port).reading("ln");
        for (String path : List.of("/work", "/account", "/account/devices")) {
            assertThat(language(awa.get(path))).as(path).isEqualTo("fr");
        }
        assertThat(awa.get("/work").body()).doesNotContain("Lingala");
        assertThat(language(awa.get("/"))).isEqualTo("ln");
        assertThat(language(awa.get("/directory"))).isEqualTo("ln");
    }

    @Test
    void remembersTheLanguageThatWasChosen() {
        var reader = Visitor.at(port).reading("fr");
        assertThat(reader.get("/").body()).contains("lang=\"sw\"", ">Kiswahili<", ">Lingala<");
        assertThat(reader.get("/language/sw?back=/directory").location()).contains("/directory");
        assertThat(language(reader.get("/directory"))).isEqualTo("sw");
        assertThat(reader.get("/directory").text()).contains("Tafsiri ya muda");
    }

    /** Also of the words that a page only says when something is wrong. */
    @Test
    void haveEveryWordOfThePublicTemplates() throws IOException {
        var missing = new TreeSet<String>();
        for (Path template : publicTemplates()) {
            String source = Files.readString(template);
            for (String line : source.split("\n", -1)) {
                if (line.contains("mayOpen(\"/work")) {
                    continue;
                }
                for (String key : keys(line)) {
                    for (Language language : List.of(Language.LN, Language.SW)) {
                        if (!texts.has(language, key)) {
                            missing.add(template.getFileName() + " " + language + " " + key);
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private Set<String> keys(String line) {
        var keys = new TreeSet<String>();
        Matcher said = KEY.matcher(line);
        while (said.find()) {
            if (texts.has(Language.FR, said.group(1))) {
                keys.add(said.group(1));
            }
        }
        Matcher beginning = BEGINNING.matcher(line);
        while (beginning.find()) {
            texts.keys(Language.FR).stream()
                    .filter(key -> key.startsWith(beginning.group(1)))
                    .forEach(keys::add);
        }
        return keys;
    }

    /** Those on the public side or of one's own account, with all their parts. */
    private static Set<Path> publicTemplates() throws IOException {
        var found = new HashSet<Path>();
        var open = new ArrayDeque<Path>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jte")).toList()) {
                String source = Files.readString(file);
                if (source.matches("(?s).*@template\\.layout\\.(site|own)\\(.*")
                        && !FOR_STAFF.contains(file.getFileName().toString())) {
                    open.add(file);
                }
            }
        }
        while (!open.isEmpty()) {
            Path file = open.pop();
            if (file.endsWith(Path.of("layout", "work.jte")) || !found.add(file)) {
                continue;
            }
            Matcher part = PART.matcher(Files.readString(file));
            while (part.find()) {
                open.add(TEMPLATES.resolve(part.group(1).replace('.', '/') + ".jte"));
            }
        }
        return found;
    }
}
