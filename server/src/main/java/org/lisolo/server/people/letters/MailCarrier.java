package org.lisolo.server.people.letters;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.lisolo.server.people.Contact;
import org.lisolo.server.people.EmailAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Any SMTP server, as {@code spring.mail.*} names it. */
@Component
@ConditionalOnProperty("spring.mail.host")
final class MailCarrier implements Carrier {
    private final JavaMailSender sender;
    private final String from;

    MailCarrier(JavaMailSender sender, @Value("${lisolo.mail.from}") String from) {
        this.sender = sender;
        this.from = from;
    }

    @Override
    public boolean carries(Contact to) {
        return to instanceof EmailAddress;
    }

    @Override
    public void carry(Contact to, String subject, String body) throws NotCarried {
        try {
            MimeMessage message = sender.createMimeMessage();
            var parts = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(to.value());
            parts.setSubject(subject);
            parts.setText(body);
            // no answer by a machine that is away on holiday, RFC 3834
            message.setHeader("Auto-Submitted", "auto-generated");
            sender.send(message);
        } catch (MessagingException | MailParseException | MailPreparationException e) {
            throw new NotCarried(name(e), true);
        } catch (MailException e) {
            // its message may hold the address
            Optional<String> refusal = SmtpRefusal.forGood(e);
            throw new NotCarried(refusal.orElse(name(e)), refusal.isPresent());
        }
    }

    private static String name(Exception e) {
        return e.getClass().getSimpleName();
    }
}
