package org.lisolo.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.Vocation;
import org.lisolo.server.people.verification.NewVerifications;
import org.lisolo.server.publishing.library.Library;
import org.lisolo.server.testing.Hospital;
import org.lisolo.testkit.Visitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hospital of a test's own that publishes: its professional is verified, its library filled. */
public record Newsroom(Hospital hospital, int port) {

    public static Newsroom open(
            Hospital hospital,
            int port,
            Organisations organisations,
            NewVerifications verifications,
            Library library) {
        organisations.nameVerifier(hospital.id(), true);
        Hospital.Person doctor = hospital.staff().get(Role.PROFESSIONAL);
        var claim =
                verifications.ask(
                        doctor.account(),
                        hospital.id(),
                        doctor.name(),
                        Vocation.profession("physician"),
                        Optional.empty(),
                        hospital.name());
        verifications.verify(claim, hospital.admin().signedIn());
        library.takeIn(hospital.id());
        return new Newsroom(hospital, port);
    }

    public Visitor as(Role role) {
        Visitor visitor = hospital.staff().get(role).at(port);
        visitor.get("/account");
        return visitor;
    }

    /** The path of the piece with this title. */
    public static String piece(Visitor reader, String title) {
        Visitor.Page page = reader.get("/work/library?q=" + title.replace(' ', '+'));
        Matcher link =
                Pattern.compile("href=\"(/work/library/[0-9a-f-]{36})\"").matcher(page.body());
        assertThat(link.find()).as(page.text()).isTrue();
        return link.group(1);
    }

    /** The draft's fields as its page has them now, with others in their place. */
    public static String[] fields(Visitor writer, String post, String... others) {
        Visitor.Page page = writer.get(post);
        String[] names = {"language", "topic", "title", "text", "brief", "sources", "edition"};
        var fields = new java.util.ArrayList<String>();
        for (String name : names) {
            fields.add(name);
            fields.add(value(page.body(), name));
        }
        for (int i = 0; i < others.length; i += 2) {
            int at = fields.indexOf(others[i]);
            if (at >= 0 && at % 2 == 0) {
                fields.set(at + 1, others[i + 1]);
            } else {
                fields.add(others[i]);
                fields.add(others[i + 1]);
            }
        }
        return fields.toArray(String[]::new);
    }

    private static String value(String body, String name) {
        Matcher input = Pattern.compile("<input[^>]* name=\"" + name + "\"[^>]*>").matcher(body);
        if (input.find()) {
            Matcher value = Pattern.compile("value=\"([^\"]*)\"").matcher(input.group());
            return value.find() ? unescaped(value.group(1)) : "";
        }
        Matcher area =
                Pattern.compile("(?s)<textarea[^>]* name=\"" + name + "\"[^>]*>(.*?)</textarea>")
                        .matcher(body);
        if (area.find()) {
            return unescaped(area.group(1));
        }
        Matcher select =
                Pattern.compile("(?s)<select[^>]* name=\"" + name + "\".*?</select>").matcher(body);
        assertThat(select.find()).as(name).isTrue();
        Matcher chosen =
                Pattern.compile("<option value=\"([^\"]*)\" selected").matcher(select.group());
        return chosen.find() ? chosen.group(1) : "";
    }

    private static String unescaped(String html) {
        return html.replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    public static void until(BooleanSupplier isSo) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!isSo.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(50);
        }
    }
}
