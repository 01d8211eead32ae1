package org.lisolo.server.operations;

import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Hospital;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@BrowserTest
@DirtiesContext
@TestPropertySource(
        properties = {
            "lisolo.backup.folder=target/test-backups",
            "lisolo.backup.passphrase=pirogue manioc fleuve lune"
        })
class BackupsBrowserTest {
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;

    @Test
    void showsWhatIsKeptAndMakesOneNow(Chromium chromium) throws java.io.IOException {
        var hospital = Hospital.open(organisations, accounts);
        java.nio.file.Files.createDirectories(java.nio.file.Path.of("target/test-backups"));
        chromium.inEveryLook(
                tab -> {
                    tab.signIn(hospital.admin()).go("/work/backups").check("backups-before");
                    tab.press(tab.in("Sauvegarder maintenant", "Back up now"));
                    tab.sees(tab.in("La sauvegarde a commencé.", "The backup has begun."));
                    if (!tab.look().javaScript()) {
                        tab.go("/work/backups");
                    }
                    tab.page().waitForTimeout(3_000);
                    tab.go("/work/backups").sees(tab.in("Vérifiée", "Verified")).check("backups");
                });
    }
}
