package groupwatch.kit.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneMaskTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    5511999990001                              | 55119*****01
                    from 5511999990001, again                  | from 55119*****01, again
                    {"sender":"5511999990001"}                 | {"sender":"55119*****01"}
                    5511999990001@s.whatsapp.net               | 55119*****01@s.whatsapp.net
                    5511999990001:12@s.whatsapp.net            | 55119*****01:12@s.whatsapp.net
                    120363041234567890@g.us                    | 12036*****90@g.us
                    5511999990001-1612345678@g.us              | 55119*****01-16123*****78@g.us
                    123456789012345@lid                        | 12345*****45@lid
                    +55 (11) 99999-0001                        | +55119*****01
                    +5511999990001                             | +55119*****01
                    key=instance-5511999990001                 | key=instance-55119*****01
                    12125550100                                | 12125*****00
                    """)
    void masksNumbersAndJids(String line, String masked) {
        assertThat(PhoneMask.mask(line)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at 1763694405 and 1763694405123",
                "\"@timestamp\":\"2026-11-21T03:06:45.123456789Z\"",
                "id 3EB0123456789012ABCD",
                "event 8f14e45f-ceea-8679-8b1e-123456789012",
                "trace 4bf92f3577b34da6a3ce929d0e0e4736 span 00f067aa0ba902b7",
                "took 0.1234567890123 s",
                "12345 records at groupwatch.raw.messages-3@123456",
                "read 1+1 and nothing else",
            })
    void leavesTimesAndIdsAlone(String line) {
        assertThat(PhoneMask.mask(line)).isEqualTo(line);
    }
}
