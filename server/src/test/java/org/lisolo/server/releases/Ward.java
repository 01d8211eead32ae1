package org.lisolo.server.releases;

import static org.assertj.core.api.Assertions.assertThat;

import org.lisolo.testkit.Visitor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Staff who ask for a release, and a patient who answers at a phone. */
public final class Ward {
    public static final String WORDS =
            "Notre patiente Béatrice Kalonji, 34 ans, a guéri du choléra.";

    private Ward() {}

    /** A request as its page shows it once: where it stands, and the link for the patient. */
    public record Asked(String page, String link) {
        public String secret() {
            return link.substring(link.lastIndexOf('/') + 1);
        }
    }

    public static Asked ask(Visitor staff, String... fields) {
        var all =
                new ArrayList<>(
                        List.of(
                                "person",
                                "Kalonji Béatrice",
                                "words",
                                WORDS,
                                "places",
                                "site",
                                "aim",
                                "story",
                                "months",
                                "12",
                                "language",
                                "fr"));
        for (int i = 0; i < fields.length; i += 2) {
            int at = all.indexOf(fields[i]);
            if (at >= 0 && at % 2 == 0 && !fields[i].equals("places")) {
                all.set(at + 1, fields[i + 1]);
            } else {
                all.add(fields[i]);
                all.add(fields[i + 1]);
            }
        }
        staff.get("/work/releases/new");
        Visitor.Page made = staff.post("/work/releases/new", all.toArray(String[]::new));
        String page = made.location().orElseThrow();
        return new Asked(page, link(staff.get(page)));
    }

    /** The link that a page shows to be handed over, without the server's name. */
    public static String link(Visitor.Page page) {
        Matcher link =
                Pattern.compile("<code class=\"copy\">http://[^/]+(/r/[^<]+)</code>")
                        .matcher(page.body());
        assertThat(link.find()).as(page.text()).isTrue();
        return link.group(1);
    }

    /** Opens the link as a phone does, over the page that sets its language. */
    public static Visitor.Page open(Visitor phone, String link) {
        Visitor.Page page = phone.get(link);
        while (page.status() / 100 == 3) {
            page = phone.follow(page);
        }
        return page;
    }

    public static Visitor.Page sign(Visitor phone, Asked asked, String... fields) {
        open(phone, asked.link());
        var all =
                new ArrayList<>(
                        List.of(
                                "link",
                                asked.secret(),
                                "name",
                                "Kalonji Béatrice",
                                "agree",
                                "yes"));
        all.addAll(List.of(fields));
        return phone.post("/release", all.toArray(String[]::new));
    }

    /** The secret of the patient's private page. */
    public static String key(Visitor.Page signed) {
        Matcher key = Pattern.compile("key=([\\w-]+)").matcher(signed.location().orElseThrow());
        assertThat(key.find()).isTrue();
        return key.group(1);
    }
}
