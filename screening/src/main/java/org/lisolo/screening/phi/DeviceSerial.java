package org.lisolo.screening.phi;

import java.util.List;

/** The serial number of a device after a word for it: pacemaker, série, serial, UDI. */
final class DeviceSerial implements Recogniser {
    private static final LabelledCode FORM =
            new LabelledCode(Lexicon.DEVICE, 4, code -> !code.matches("(?:19|20)\\d\\d"));

    @Override
    public boolean mayFind(Reading reading) {
        return reading.says(Lexicon.DEVICE) && reading.hasDigits(4);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        FORM.find(reading, PhiCategory.DEVICE, "device", found);
    }
}
