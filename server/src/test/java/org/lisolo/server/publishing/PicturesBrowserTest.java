package org.lisolo.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;

import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Look;
import org.lisolo.server.testing.Pictures;
import org.lisolo.server.testing.Tab;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

/** A picture is cut by its frame on it, with a finger and with keys, or in words. */
@BrowserTest
class PicturesBrowserTest {
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;

    private static final List<Look> LOOKS =
            List.of(
                    Look.PHONE,
                    new Look(1280, "en", true, true),
                    new Look(360, "en", false, false));

    @Test
    void whatIsKeptOfAPictureIsChosenOnIt(Chromium chromium) {
        LOOKS.forEach(
                look -> {
                    Tab tab = chromium.open(look);
                    var hospital = Hospital.open(organisations, accounts);
                    tab.signIn(hospital.communicator()).go("/work/posts");
                    tab.press(tab.in("Écrire une publication", "Write a post"));
                    tab.page().locator("#pictures summary").click();
                    send(tab, new FilePayload("a.txt", "text/plain", "no".getBytes()));
                    tab.sees(tab.in("n’est pas une image", "no picture that we read"));
                    tab.check("crop-refused");
                    choose(tab);
                    if (look.javaScript()) {
                        cutOnIt(tab);
                    } else {
                        tab.page().locator("#field-picture_focus").selectOption("85-50");
                        tab.page().locator("#field-picture_size").selectOption("45");
                    }
                    tab.check("crop");
                    tab.press(tab.in("Ajouter cette image", "Add this picture"));
                    tab.sees(tab.in("L’image est ajoutée", "The picture is added"));
                    Locator added = tab.page().locator("#pictures img.shown");
                    assertThat(added.getAttribute("width")).isEqualTo(added.getAttribute("height"));
                    assertThat(Integer.parseInt(added.getAttribute("width"))).isBetween(120, 480);
                });
    }

    private static void send(Tab tab, FilePayload file) {
        tab.page().locator("#field-picture").setInputFiles(file);
        tab.press(tab.in("Ajouter cette image", "Add this picture"));
    }

    private static void choose(Tab tab) {
        byte[] photo = Pictures.bytes("png", Pictures.redAndBlue(900, 600));
        tab.page()
                .locator("#field-picture")
                .setInputFiles(new FilePayload("b.png", "image/png", photo));
        tab.page().locator("#field-picture_shape").selectOption("square");
    }

    private static void cutOnIt(Tab tab) {
        Locator frame = tab.page().locator(".crop-frame");
        Locator corner = tab.page().locator(".crop-corner");
        corner.scrollIntoViewIfNeeded();
        BoundingBox before = frame.boundingBox();
        BoundingBox grip = corner.boundingBox();
        assertThat(Math.min(grip.width, grip.height))
                .as("room for a finger")
                .isGreaterThanOrEqualTo(44);
        drag(tab, grip.x + 20, grip.y + 20, -before.width * 0.4);
        BoundingBox smaller = frame.boundingBox();
        assertThat(smaller.width).isLessThan(before.width * 0.75);
        assertThat(smaller.x).as("the other corner stays").isCloseTo(before.x, within());
        drag(tab, smaller.x + 20, smaller.y + 20, smaller.width * 0.3);
        assertThat(frame.boundingBox().x).isGreaterThan(smaller.x + smaller.width * 0.2);
        frame.focus();
        for (int i = 0; i < 60; i++) {
            tab.page().keyboard().press("ArrowRight");
        }
        BoundingBox stage = tab.page().locator(".crop-stage").boundingBox();
        BoundingBox last = frame.boundingBox();
        assertThat(last.x + last.width)
                .as("not over the edge")
                .isCloseTo(stage.x + stage.width, within());
        corner.focus();
        tab.page().keyboard().press("ArrowLeft");
        assertThat(frame.boundingBox().width).isLessThan(last.width);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(2.0);
    }

    private static void drag(Tab tab, double x, double y, double by) {
        var mouse = tab.page().mouse();
        mouse.move(x, y);
        mouse.down();
        for (int i = 1; i <= 10; i++) {
            mouse.move(x + i * by / 10, y + i * by / 10);
        }
        mouse.up();
    }
}
