package org.lisolo.server.people.letters;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailSendException;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail server says no to for ever: a reply of 5yz to the recipient or to the letter itself
 * (RFC 5321 section 4.2.1), which another try would only meet again. One to the sender or to the
 * sign-in speaks of our own settings, which may be mended while the letter waits.
 */
final class SmtpRefusal {
    /** The reply and the enhanced code after it (RFC 3463), without the words that follow. */
    private static final Pattern CODE = Pattern.compile("^5\\d\\d(?:[ -]5\\.\\d{1,3}\\.\\d{1,3})?");

    private SmtpRefusal() {}

    /** Its code, if there is one among what went wrong. */
    static Optional<String> forGood(Exception failure) {
        Deque<Exception> open = new ArrayDeque<>();
        open.add(failure);
        while (!open.isEmpty()) {
            Exception one = open.remove();
            Optional<String> code =
                    switch (one) {
                        case SMTPAddressFailedException address ->
                                code(address.getReturnCode(), address);
                        case SMTPSendFailedException letter when ofTheLetter(letter) ->
                                code(letter.getReturnCode(), letter);
                        default -> Optional.empty();
                    };
            if (code.isPresent()) {
                return code;
            }
            if (one instanceof MailSendException several) {
                open.addAll(Arrays.asList(several.getMessageExceptions()));
            }
            if (one instanceof jakarta.mail.MessagingException chained
                    && chained.getNextException() != null) {
                open.add(chained.getNextException());
            }
        }
        return Optional.empty();
    }

    private static boolean ofTheLetter(SMTPSendFailedException failure) {
        String command = failure.getCommand();
        return command != null && !command.startsWith("MAIL");
    }

    private static Optional<String> code(int reply, Exception failure) {
        if (reply < 500 || reply > 599) {
            return Optional.empty();
        }
        String said = failure.getMessage();
        Matcher code = CODE.matcher(said == null ? "" : said.strip());
        return Optional.of(code.find() ? code.group() : Integer.toString(reply));
    }
}
