package org.lisolo.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;

class QueryTest {
    static Query parsed(String source) {
        return switch (Query.parse(source)) {
            case Query query -> query;
            case QueryError error -> throw new AssertionError(error.message(Locale.ENGLISH));
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Palu|palu",
                "palu fièvre enfant|(palu AND fievre AND enfant)",
                "palu OR fièvre enfant|(palu OR (fievre AND enfant))",
                "palu AND NOT vaccin|(palu AND NOT vaccin)",
                "palu -vaccin|(palu AND NOT vaccin)",
                "\"l'hôpital général\"|\"l hopital general\"",
                "« l'hôpital général »|\"l hopital general\"",
                "“hôpital”|hopital",
                "covid-19|(covid AND 19)",
                "\"covid-19\"|\"covid 19\"",
                "(a OR b) NEAR/3 \"c d\"|((a OR b) NEAR/3 \"c d\")",
                "a NEAR/3 b ONEAR/0 c|((a NEAR/3 b) ONEAR/0 c)",
                "vaccin* h?pital|(vaccin* AND h?pital)",
                "{SIDA} {Médecins Sans Frontières}|({SIDA} AND {Médecins Sans Frontières})",
                "#Covid_RDC @MinSante|(#covid_rdc AND @minsante)",
                "LANG:fr has:Link|(LANG:fr AND has:link)",
                "author:\"Jean Paul\"|author:\"Jean Paul\"",
                "disguised:Vaccin|disguised:vaccin",
                "a OR (b OR c)|(a OR b OR c)",
                "rock'n'roll|(rock AND n AND roll)",
                "and or not|(and AND or AND not)",
            })
    void readsTheLanguage(String source, String read) {
        assertThat(parsed(source).expression().toString())
                .isEqualTo(read.replace("LANG:", "lang:"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "palu AND|9|EXPECTED_TERM_AT_END",
                "palu AND OR b|10|EXPECTED_TERM",
                "OR palu|1|EXPECTED_TERM",
                "(palu|1|UNCLOSED_PARENTHESIS",
                "palu)|5|STRAY_CLOSING",
                "palu ()|7|EXPECTED_TERM",
                "a \"b c|3|UNCLOSED_QUOTE",
                "a {b|3|UNCLOSED_BRACE",
                "a } b|3|STRAY_CLOSING",
                "👩 palu|1|NOT_A_WORD",
                "é & b|3|NOT_A_WORD",
                "\"...\"|1|NOT_A_WORD",
                "*palu|1|STAR_POSITION",
                "pa*lu|3|STAR_POSITION",
                "covid-*|7|STAR_POSITION",
                "?alu|1|QUESTION_POSITION",
                "p???????|8|TOO_MANY_QUESTION_MARKS",
                "a NEAR b|3|NEAR_NUMBER",
                "a NEAR/1000 b|3|NEAR_NUMBER",
                "a NEAR/x b|3|NEAR_NUMBER",
                "(a AND b) NEAR/3 c|1|NEAR_NEEDS_WORDS",
                "a NEAR/3 lang:fr|10|NEAR_NEEDS_WORDS",
                "a NEAR/3 covid-19|10|NEAR_NEEDS_WORDS",
                "http://example.com|1|UNKNOWN_FIELD",
                "has:pain|1|UNKNOWN_VALUE",
                "lang: fr|1|MISSING_VALUE",
                "a #b-c|3|MARK_NAME",
                "@|1|MARK_NAME",
            })
    void namesTheColumnAndWhatWasExpected(String source, int column, QueryError.Code code) {
        assertThat(Query.parse(source))
                .isInstanceOfSatisfying(
                        QueryError.class,
                        error -> {
                            assertThat(error.code()).isEqualTo(code);
                            assertThat(error.column()).isEqualTo(column);
                            assertThat(error.message(Locale.FRENCH)).doesNotContain("{1}");
                        });
    }

    @Test
    void countsColumnsInCharacters() {
        assertThat(Query.parse("\"👩👩\" AND ("))
                .isEqualTo(
                        new QueryError(1, QueryError.Code.NOT_A_WORD, java.util.List.of("👩👩")));
        assertThat(((QueryError) Query.parse("\"👩a\" AND")).column()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "palu OR NOT palu|MATCHES_EVERYTHING",
                "palu* OR NOT paludisme|MATCHES_EVERYTHING",
                "NOT (lang:fr AND lang:en)|MATCHES_EVERYTHING",
                "NOT palu|MATCHES_ALMOST_EVERYTHING",
                "palu OR NOT fievre|MATCHES_ALMOST_EVERYTHING",
                "palu AND NOT palu|MATCHES_NOTHING",
                "lang:fr lang:en|MATCHES_NOTHING",
                "is:edit is:delete|MATCHES_NOTHING",
                "(palu NEAR/3 eau) -eau|MATCHES_NOTHING",
                "paludisme -palu*|MATCHES_NOTHING",
                "covid-19|JOINED_WORDS",
                "palu and fievre|LOWERCASE_OPERATOR",
                "palu?|QUESTION_MARK_AT_END",
                "a OR b c|MIXED_OPERATORS",
            })
    void warnsItsWriter(String source, QueryWarning.Code code) {
        assertThat(parsed(source).warnings()).extracting(QueryWarning::code).containsOnly(code);
        for (QueryWarning warning : parsed(source).warnings()) {
            assertThat(warning.message(Locale.FRENCH))
                    .isNotEqualTo(warning.message(Locale.ENGLISH));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "palu AND NOT vaccin",
                "lang:fr AND lang:fr-CD",
                "(a OR b) (c OR d)",
                "lang:fr is:reply",
                "\"a b\" -\"b a\"",
            })
    void doesNotWarnWithoutReason(String source) {
        assertThat(parsed(source).warnings()).isEmpty();
    }

    @Test
    void boundsWhatItReads() {
        assertThat(((QueryError) Query.parse("(".repeat(5000))).code())
                .isEqualTo(QueryError.Code.TOO_DEEP);
        assertThat(((QueryError) Query.parse("NOT ".repeat(5000) + "a")).code())
                .isEqualTo(QueryError.Code.TOO_DEEP);
        assertThat(((QueryError) Query.parse("a ".repeat(300_000))).code())
                .isEqualTo(QueryError.Code.TOO_LONG);
        assertThat(((QueryError) Query.parse("a ".repeat(30_000))).code())
                .isEqualTo(QueryError.Code.TOO_MANY_WORDS);
        assertThat(((QueryError) Query.parse("ab".repeat(50))).code())
                .isEqualTo(QueryError.Code.WORD_TOO_LONG);
        assertThat(((QueryError) Query.parse("   ")).code()).isEqualTo(QueryError.Code.EMPTY);
    }

    @Test
    void wordsEveryErrorAndWarningInBothLanguages() {
        for (Locale locale : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
            for (QueryError.Code code : QueryError.Code.values()) {
                assertThat(
                                new QueryError(1, code, java.util.List.of("x", "y", "z"))
                                        .message(locale))
                        .isNotBlank()
                        .doesNotContain("{")
                        .doesNotContain("''");
            }
            for (QueryWarning.Code code : QueryWarning.Code.values()) {
                assertThat(
                                new QueryWarning(1, code, java.util.List.of("x", "y", "z"))
                                        .message(locale))
                        .isNotBlank()
                        .doesNotContain("{");
            }
        }
    }
}
