package org.lisolo.server.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link Tab#check} must not let pass. */
@BrowserTest
class TabBrowserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <img src="/nothing.png">                                   | image-alt
                    <input type="text">                                        | label
                    <p class="pale">Trop pâle pour être lu</p>                 | color-contrast
                    <button></button>                                          | button-name
                    <p><a href="/questions"></a></p>                           | link-name
                    """)
    void findsWhatSomePeopleCannotRead(String html, String rule, Chromium chromium) {
        Tab tab = chromium.open().go("/");
        tab.page()
                .evaluate(
                        "html => document.querySelector('main')"
                                + ".insertAdjacentHTML('beforeend', html)",
                        html);
        tab.page()
                .evaluate(
                        "() => document.querySelectorAll('.pale')"
                                + ".forEach(one => one.style.color = '#bbb')");
        assertThatThrownBy(() -> tab.check("tab-fault"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(rule);
    }

    @Test
    void findsWhatIsWiderThanThePhone(Chromium chromium) {
        Tab tab = chromium.open(Look.PHONE).go("/");
        tab.page()
                .evaluate(
                        "() => { const wide = document.createElement('div');"
                                + " wide.textContent = 'trop large';"
                                + " wide.style.width = '900px';"
                                + " document.querySelector('main').appendChild(wide); }");
        assertThatThrownBy(() -> tab.check("tab-wide"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("width of tab-wide");
    }
}
