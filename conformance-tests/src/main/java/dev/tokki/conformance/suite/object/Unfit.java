package dev.tokki.conformance.suite.object;

import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.conformance.suite.Draft;

/// Values that their attributes cannot have.
enum Unfit {
    CLASS_OF_ONE_BYTE("a class of one byte", Sample.DATA, Cka.CLASS, Value.of(new byte[1])),
    CLASS_UNKNOWN("a class that is not defined", Sample.DATA, Cka.CLASS, Value.of(0x7FFF_FFF0L)),
    BOOLEAN_OF_TWO_BYTES("a CK_BBOOL of two bytes", Sample.AES, Cka.TOKEN, Value.of(new byte[2])),
    BOOLEAN_EMPTY("a CK_BBOOL of no bytes", Sample.AES, Cka.ENCRYPT, Value.of(new byte[0])),
    KEY_TYPE_UNKNOWN("a key type that is not defined", Sample.AES, Cka.KEY_TYPE, Value.of(0x7FFF_FFF0L)),
    AES_OF_17_BYTES("an AES key of 17 bytes", Sample.AES, Cka.VALUE, Value.of(new byte[17])),
    AES_EMPTY("an AES key of no bytes", Sample.AES, Cka.VALUE, Value.of(new byte[0])),
    DATE_OF_THREE_BYTES("a CK_DATE of three bytes", Sample.AES, Cka.START_DATE, Value.of("202"));

    private final String title;
    private final Sample sample;
    private final long type;
    private final Value value;

    Unfit(String title, Sample sample, long type, Value value) {
        this.title = title;
        this.sample = sample;
        this.type = type;
        this.value = value;
    }

    Sample sample() {
        return sample;
    }

    Draft draft() {
        return sample.draft().with(type, value);
    }

    @Override
    public String toString() {
        return title;
    }
}
