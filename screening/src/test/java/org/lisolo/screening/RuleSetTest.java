package org.lisolo.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class RuleSetTest {
    private static List<Match> screen(String query, Post post) {
        return RuleSet.compile(List.of(new Rule("r", query))).screen(post);
    }

    /** Expected: the words found, parted by commas; {@code -} for none; {@code +} for no word. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "palu|Le PALU tue|PALU",
                "palu|Le paludisme tue|-",
                "palu*|Le paludisme tue|paludisme",
                "paludisme*|Le paludisme tue|paludisme",
                "hopital|À l'hôpital|hôpital",
                "h?pital|À l'hôpital|hôpital",
                "medecin?|Un médecin|-",
                "medecin?|Des médecins|médecins",
                "p?lu*|palu pilule|palu,pilule",
                "\"l'hôpital général\"|À l’Hôpital - général|l’Hôpital - général",
                "\"hopital gen*\"|hôpital général|hôpital général",
                "\"covid-19\"|covid 19|covid 19",
                "covid-19|19 cas de covid|19,covid",
                "a b|b x a|b,a",
                "a AND NOT b|a c|a",
                "a AND NOT b|a b|-",
                "NOT b|a|+",
                "a OR b|b a b|b,a,b",
                "a NEAR/1 b|a x b|a,b",
                "a NEAR/1 b|b a|b,a",
                "a NEAR/1 b|a x y b|-",
                "a NEAR/1 a|a|-",
                "a NEAR/1 a|a x a|a,a",
                "a ONEAR/1 b|b a|-",
                "a ONEAR/1 b|b a b|a,b",
                "a ONEAR/0 b ONEAR/0 c|a b x b c|-",
                "a ONEAR/0 b ONEAR/0 c|x a b c|a,b,c",
                "(a OR \"b c\") NEAR/1 d|b c x d|b c,d",
                "{SIDA}|Le sida|-",
                "{SIDA}|Le SIDA|SIDA",
                "{côté}|cote coté côte côté|côté",
                "{Médecins Sans Frontières}|Médecins sans frontières|-",
                "#covid|le covid|-",
                "#covid|le #Covid!|#Covid",
                "#covid|le #covid_rdc|-",
                "#covid_rdc|le #Covid_RDC.|#Covid_RDC",
                "covid|le #covid_rdc|covid",
                "#covid*|#covid19|#covid19",
                "#covid|x#covid|-",
                "@minsante|merci @MinSanté|@MinSanté",
                "@hopital|jean@hopital.cd|-",
                "#covid NEAR/1 palu|#covid et palu|#covid,palu",
                "palu|paluuuuu|paluuuuu",
                "paluu|paluuuuu|paluuuuu",
                "palu|paluu|-",
                "pal*|palllllu|palllllu",
                "paluu*|paluuuuisme|paluuuuisme",
                "#palu|#PALUUUU|#PALUUUU",
                "creee|créée|créée",
                "cree|créée|-",
                "créée|crééééée|crééééée",
                "1000|10000|-",
                "100|1000|-",
                "disguised:palu|Le p@lu tue|p@lu",
                "disguised:palu|Le раlu!!|раlu",
                "disguised:vaccin|v4cc1n|v4cc1n",
                "disguised:vaccin|vaccin|vaccin",
                "disguised:alcool|@lcool|@lcool",
                "palu|p@lu|-",
            })
    void findsWhatTheQueryMeans(String query, String text, String words) {
        List<Match> matches = screen(query, Post.of(text));
        List<String> found =
                matches.stream()
                        .flatMap(m -> m.spans().stream())
                        .map(s -> s.in(text).toString())
                        .toList();
        String shown = matches.isEmpty() ? "-" : found.isEmpty() ? "+" : String.join(",", found);
        assertThat(shown).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "lang:fr, true",
        "lang:FR-cd, true",
        "lang:f, false",
        "lang:fr-fr, false",
        "author:@Minsante, true",
        "author:min*, true",
        "author:sante, false",
        "channel:facebook, true",
        "channel:x, false",
        "has:link, true",
        "has:media, false",
        "is:reply, true",
        "is:edit, true",
        "is:delete, false",
        "palu lang:fr, true",
        "palu lang:en, false",
        "palu -lang:en, true",
    })
    void asksTheFields(String query, boolean matches) {
        Post post =
                Post.of("palu")
                        .withLang("fr_CD")
                        .withAuthor("@MinSanté")
                        .withChannel("Facebook")
                        .withLink(true)
                        .withReply(true)
                        .withEvent(Post.Event.EDITED);
        assertThat(screen(query, post).size()).isEqualTo(matches ? 1 : 0);
    }

    @Test
    void ordersMatchesByRule() {
        RuleSet rules =
                RuleSet.compile(
                        List.of(new Rule("b", "palu"), new Rule("a", "pal*"), new Rule("c", "x")));
        assertThat(rules.screen(Post.of("palu")))
                .containsExactly(
                        new Match("a", List.of(new Span(0, 4))),
                        new Match("b", List.of(new Span(0, 4))));
    }

    @Test
    void changesOneRuleAndLeavesTheOldSetAsItWas() {
        RuleSet before = RuleSet.compile(List.of(new Rule("a", "palu")));
        RuleSet more = before.with(new Rule("b", "fievre"));
        RuleSet changed = more.with(new Rule("a", "toux"));
        Post post = Post.of("palu et fièvre");
        assertThat(before.screen(post)).extracting(Match::ruleId).containsExactly("a");
        assertThat(more.screen(post)).extracting(Match::ruleId).containsExactly("a", "b");
        assertThat(changed.screen(post)).extracting(Match::ruleId).containsExactly("b");
        assertThat(changed.without("b").screen(post)).isEmpty();
        assertThat(changed.size()).isEqualTo(2);
        assertThat(RuleSet.empty().screen(post)).isEmpty();
    }

    @Test
    void makesNoSetWithABrokenRule() {
        List<Rule> rules = List.of(new Rule("a", "palu"), new Rule("b", "(palu"));
        assertThat(RuleSet.check(rules))
                .containsExactly(
                        new BrokenRule(
                                "b",
                                new QueryError(
                                        1, QueryError.Code.UNCLOSED_PARENTHESIS, List.of())));
        assertThatThrownBy(() -> RuleSet.compile(rules)).isInstanceOf(BrokenRulesException.class);
        assertThatThrownBy(() -> RuleSet.empty().with(rules.get(1)))
                .isInstanceOf(BrokenRulesException.class);
        assertThatThrownBy(() -> RuleSet.compile(List.of(rules.get(0), rules.get(0))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void explainsWhy() {
        RuleSet rules = RuleSet.compile(List.of(new Rule("a", "palu NEAR/2 enfant -vaccin")));
        Explanation why = rules.explain("a", Post.of("Le palu d'un enfant")).orElseThrow();
        assertThat(why.matched()).isTrue();
        assertThat(why.spans()).containsExactly(new Span(3, 7), new Span(13, 19));
        assertThat(why.parts())
                .extracting(p -> p.part().toString(), Explanation::matched)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("(palu NEAR/2 enfant)", true),
                        org.assertj.core.groups.Tuple.tuple("NOT vaccin", true));
    }
}
