package org.lisolo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An organisation on a server that was just started, made by its first administrator's pages. */
public final class NewHospital {
    private final Visitor admin;

    private NewHospital(Visitor admin) {
        this.admin = admin;
    }

    /** Follows the link that the server printed. */
    public static NewHospital on(RunningServer server) throws Exception {
        Visitor admin = Visitor.at(server.port());
        String link = found("/welcome\\?link=(\\S+)", server.log());
        admin.get("/welcome?link=" + link);
        Visitor.Page welcomed =
                admin.post(
                        "/welcome",
                        "link",
                        link,
                        "organisation",
                        "Hôpital du Fleuve",
                        "zone",
                        "Africa/Kinshasa",
                        "name",
                        "Mbuyi Joséphine",
                        "email",
                        "josephine@fleuve.example",
                        "password",
                        "tambour baobab rivière");
        assertThat(welcomed.location()).as(welcomed.body()).isPresent();
        admin.setUpSecondFactor();
        return new NewHospital(admin);
    }

    /** Signed in. */
    public Visitor admin() {
        return admin;
    }

    /** Opens a channel for our own JSON. @return a token for it */
    public String channelToken() {
        admin.get("/work/channels/new");
        String channel =
                admin.post(
                                "/work/channels/new",
                                "name",
                                "Import",
                                "kind",
                                "lisolo",
                                "visibility",
                                "public")
                        .location()
                        .orElseThrow();
        admin.get(channel);
        Visitor.Page made = admin.post(channel + "/tokens", "name", "Import", "days", "30");
        return found("<code[^>]*>([^<]+)</code>", admin.follow(made).body());
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
