package groupwatch.report.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of an account's outages, and when: ten minutes of wait, one where only a person can help, thirty for what is filled in. */
class AlertsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "told once it lasts, and once it is known what it cost | 0:1:closed:a 20:2:open:a! 23:3:open:a!23/1 | down a 10, back a 23",
                "over and settled at once | 0:1:closed:a 20:2:open:a!23/0 | down a 10, back a 20",
                "nobody looked what it cost | 0:1:closed:a 20:2:open:a! | down a 10, back a 50",
                "looked for, but too late | 0:1:closed:a 20:2:open:a! 70:3:open:a!23/1 | down a 10, back a 50",
                "a short one | 0:1:closed:a 9:2:open:a! 11:3:open:a!23/1 | ''",
                "one that still lasts | 0:1:gateway_down:a | down a 10",
                "only a person can help | 0:1:logged_out:a | down a 1",
                "restricted | 0:1:restricted:a | down a 1",
                "wants a passkey | 0:1:passkey_required:a | down a 1",
                "first closed, then logged out | 0:1:closed:a 5:2:logged_out:a | down a 5",
                "through several states | 0:1:closed:a 4:2:connecting:a 8:3:closed:a 9:4:missing:a | down a 10",
                "told of a second time and a third | 0:1:closed:a 1<0:1:closed:a 11<0:1:closed:a 20:2:open:a!1/0 21<20:2:open:a!1/0 22<0:1:closed:a | down a 10, back a 20",
                "its beginning comes after its end | 12<9:2:open:a! 13<0:1:closed:a | ''",
                "its end is heard before a state of before | 0:1:closed:a 9:4:open:a! 12<7:3:connecting:a | ''",
                "that it lasted is heard after another event said otherwise | 0:1:closed:a 5:5:open:- 6<4:4:closed:a | ''",
                "its end is heard after it went on | 0:1:closed:a 5:3:closed:a 6<4:2:open:a! | down a 10",
                "its cost is heard after the next one began | 0:1:closed:a 20:3:open:a! 21:5:closed:b 22<20:4:open:a!23/0 | down a 10, back a 22, down b 31",
                "its end is never heard | 0:1:closed:a 20:5:closed:b | down a 10, down b 30, back a 50",
                "the next one without any outage | 0:1:closed:a 20:5:open:- | down a 10, back a 50",
                "somebody links it anew | 0:1:logged_out:a 0:2:qr:a 15:3:pairing:a | ''",
                "somebody tried to | 0:1:logged_out:a 0:2:qr:a 15:3:logged_out:a | down a 15",
                "account that never was linked | 0:1:new:- 1:2:qr:- | ''",
                "dead for hours when it is noticed | 50:2:degraded:a | down a 60",
                "heard only long after it was over | 60<0:1:closed:a 60<20:2:open:a!5/0 | ''",
                "heard only long after it began | 60<0:1:closed:a | down a 60",
                "account removed | 0:1:closed:a 5:gone | ''",
                "account removed after it was told | 0:1:closed:a 15:gone | down a 10",
                "account removed, and the rest heard again | 0:1:closed:a 5:gone 6<0:1:closed:a | ''",
                "a new account of the same name | 0:9:closed:a 5:gone 20:1:closed:b | down b 30",
                "one after the other | 0:1:closed:a 12:2:open:a!1/0 14:3:closed:b 25:4:open:b!0/0 | down a 10, back a 12, down b 24, back b 25",
                "a word of a newer version | 0:1:hibernating:a | down a 10",
            })
    void eachOutageIsToldAsItLasts(String name, String events, String told) {
        assertThat(new Story(events).told()).isEqualTo(told);
    }
}
