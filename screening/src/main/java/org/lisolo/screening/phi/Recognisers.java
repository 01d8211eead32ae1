package org.lisolo.screening.phi;

import java.util.ArrayList;
import java.util.List;

/** Every recogniser; the one place where a new one is added. */
final class Recognisers {
    static final List<Recogniser> ALL =
            List.of(
                    new EmailAddress(),
                    new WebAddress(),
                    new IpAddress(),
                    new PhoneNumber(),
                    new FaxNumber(),
                    new AnnouncedPhone(),
                    new Iban(),
                    new PaymentCard(),
                    new MobileMoney(),
                    new AccountNumber(),
                    new AmericanSocialSecurity(),
                    new FrenchSocialSecurity(),
                    new MedicalRecord(),
                    new HealthPlan(),
                    new License(),
                    new VoterCard(),
                    new NationalNumber(),
                    new NumberPlate(),
                    new VehicleIdentification(),
                    new DeviceSerial(),
                    new Secret(),
                    new Coordinates(),
                    new Biometric(),
                    new FacePhoto(),
                    new HighAge(),
                    new NumericDate(),
                    new WrittenDate(),
                    new SpelledDate(),
                    new TitledName(),
                    new StreetAddress(),
                    new CareFacility());

    private Recognisers() {}

    static List<Candidate> find(Reading reading) {
        List<Candidate> found = new ArrayList<>();
        for (Recogniser recogniser : ALL) {
            if (recogniser.mayFind(reading)) {
                recogniser.find(reading, found);
            }
        }
        return found;
    }

    static int[] marks(Reading reading) {
        return marks(reading.tokens(), find(reading));
    }

    /** What was found at each token, as the sequence model is told: 0 for nothing. */
    static int[] marks(Tokens tokens, List<Candidate> found) {
        int[] marks = new int[tokens.count];
        for (Candidate candidate : found) {
            if (candidate.category() == PhiCategory.NAME) {
                continue; // the model reads titles itself, and names without one as surely
            }
            int mark = candidate.reason().hashCode() | 1;
            for (int i = tokens.at(candidate.start());
                    i < tokens.count && tokens.start[i] < candidate.end();
                    i++) {
                if (marks[i] == 0) {
                    marks[i] = mark + (tokens.start[i] <= candidate.start() ? 2 : 0);
                }
            }
        }
        return marks;
    }
}
