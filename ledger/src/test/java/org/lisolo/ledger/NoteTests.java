package org.lisolo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

/** The keys and notes are those of golang.org/x/mod/sumdb/note and of C2SP signed-note. */
class NoteTests {
    private static final String PETER =
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String PETER_SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String ENOCH =
            "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    private static final String TEXT =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String PETER_LINE =
            "\u2014 PeterNeumann"
                + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String ENOCH_LINE =
            "\u2014 EnochRoot"
                + " rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

    @Test
    void signsAsGoDoes() {
        NoteSigner peter = NoteSigner.parse(PETER_SECRET);
        assertThat(peter.verifier()).hasToString(PETER);
        assertThat(peter.secret()).isEqualTo(PETER_SECRET);
        assertThat(SignedNote.sign(TEXT, peter)).hasToString(TEXT + "\n" + PETER_LINE);
    }

    @Test
    void checksTheSignaturesItKnowsAndIgnoresOthers() {
        SignedNote note = SignedNote.parse(TEXT + "\n" + PETER_LINE + ENOCH_LINE);
        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.signatures()).hasSize(2);
        assertThat(note.isSignedBy(NoteVerifier.parse(PETER))).isTrue();
        assertThat(note.isSignedBy(NoteVerifier.parse(ENOCH))).isTrue();
        NoteVerifier stranger = NoteSigner.generate("PeterNeumann", new Random(1)).verifier();
        assertThat(note.isSignedBy(stranger)).isFalse();
    }

    @Test
    void checksTheStandardsExample() {
        SignedNote note =
                SignedNote.parse(
                        """
                        This is an example message.

                        \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
                        """);
        assertThat(
                        note.isSignedBy(
                                NoteVerifier.parse(
                                        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")))
                .isTrue();
    }

    @Test
    void doesNotBelieveAnotherText() {
        SignedNote note = SignedNote.parse(TEXT.replace("answer", "Answer") + "\n" + PETER_LINE);
        assertThat(note.isSignedBy(NoteVerifier.parse(PETER))).isFalse();
    }

    @Test
    void doesNotBelieveANoteOneOfWhoseOwnSignaturesIsWrong() {
        String wrong = PETER_LINE.replace("ZJkuBS", "ZJkuBT");
        SignedNote note = SignedNote.parse(TEXT + "\n" + PETER_LINE + wrong);
        assertThat(note.isSignedBy(NoteVerifier.parse(PETER))).isFalse();
    }

    @Test
    void refusesEveryMangledKey() {
        for (int from = 0; from <= PETER.length(); from++) {
            for (int to = from; to <= PETER.length(); to++) {
                if (to - from < PETER.length()) {
                    refuses(PETER.substring(from, to));
                }
            }
        }
        for (int i = 0; i < PETER.length(); i++) {
            char[] mangled = PETER.toCharArray();
            mangled[i]++;
            refuses(new String(mangled));
        }
        refuses("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==");
        refuses("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    }

    private static void refuses(String vkey) {
        assertThatThrownBy(() -> NoteVerifier.parse(vkey))
                .as(vkey)
                .isInstanceOf(MalformedLedgerException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "text\n",
                "text\n\n",
                "text\n\nx\n",
                "text\n\n\u2014 a\n",
                "text\n\n\u2014 a b\n",
                "text\n\n\u2014 a AAAA\n",
                "text\n\n\u2014 a+b AAAAAAA=\n",
                "te\txt\n\n\u2014 a AAAAAAA=\n",
                "text\n\n\u2014 a AAAAAAA="
            })
    void refusesWhatIsNoNote(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note))
                .isInstanceOf(MalformedLedgerException.class);
    }

    @Test
    void refusesMoreThanAHundredSignatures() {
        assertThatThrownBy(() -> SignedNote.parse(TEXT + "\n" + PETER_LINE.repeat(101)))
                .isInstanceOf(MalformedLedgerException.class);
    }

    @Test
    void neverPrintsItsSecret() {
        assertThat(NoteSigner.parse(PETER_SECRET).toString()).doesNotContain("AYEKFALV");
    }

    @Test
    void writesAndReadsCheckpoints() {
        // golang.org/x/mod/sumdb/tlog, TestFormatTree
        String text =
                "go.sum database tree\n"
                        + "123456789012\n"
                        + "TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n";
        Checkpoint checkpoint = Checkpoint.parse(text);
        assertThat(checkpoint.size()).isEqualTo(123456789012L);
        assertThat(checkpoint.text()).isEqualTo(text);
        assertThat(Checkpoint.parse(text + "more\n").extensions()).isEqualTo(List.of("more"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Head\n9944\n",
                "\n9944\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
                "Log\n1\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=",
                "Log\nbananas\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
                "Log\n-34\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
                "Log\n034\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
                "Log\n9999999999999999999\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
                "Log\n3438945738945739845734895735\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
                "Log\n123\nThisIsn'tBase64\n",
                "Log\n123\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n\n",
                "Log\n123\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb1=\n"
            })
    void refusesWhatIsNoCheckpoint(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text))
                .isInstanceOf(MalformedLedgerException.class);
    }
}
