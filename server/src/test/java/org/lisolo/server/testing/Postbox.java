package org.lisolo.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.lisolo.server.people.Contact;
import org.lisolo.server.people.letters.Carrier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the letters of a {@link ServerTest} arrive, of e-mail and phone alike. */
@Component
@Order(0)
public class Postbox implements Carrier {
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    private final List<Received> letters = new CopyOnWriteArrayList<>();

    /** One that arrived. */
    public record Received(Contact to, String subject, String body) {
        /** The six digits in it. */
        public String code() {
            Matcher code = CODE.matcher(body);
            assertThat(code.find()).as("a code in the letter").isTrue();
            return code.group();
        }
    }

    @Override
    public boolean carries(Contact to) {
        return true;
    }

    @Override
    public void carry(Contact to, String subject, String body) {
        letters.add(new Received(to, subject, body));
    }

    /** All to this address so far, oldest first. */
    public List<Received> to(Contact contact) {
        return letters.stream().filter(one -> one.to().equals(contact)).toList();
    }

    /** The newest to this address, once there are as many; they leave within the second. */
    public Received await(Contact contact, int count) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(15));
        while (to(contact).size() < count && Instant.now().isBefore(patience)) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        assertThat(to(contact))
                .as("letters to " + contact.value())
                .hasSizeGreaterThanOrEqualTo(count);
        return to(contact).getLast();
    }

    /** The first to this address as it is typed. */
    public Received await(String address) {
        return await(address, Duration.ofSeconds(15));
    }

    /** The same where what writes the letter comes by only so often. */
    public Received await(String address, Duration atMost) {
        Instant patience = Instant.now().plus(atMost);
        while (Instant.now().isBefore(patience)) {
            for (Received letter : letters) {
                if (letter.to().value().equals(address)) {
                    return letter;
                }
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("no letter came to " + address);
    }
}
