package io.stackwatch.connectors.hj212.exchange;

import static io.stackwatch.connectors.hj212.exchange.ExchangeFixture.QN;
import static io.stackwatch.connectors.hj212.exchange.ExchangeFixture.frame;
import static io.stackwatch.connectors.hj212.exchange.ExchangeFixture.order;
import static io.stackwatch.connectors.hj212.exchange.ExchangeFixture.sent;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private static final String OTHER = "20261124075959999";

    private final Matching liberal = new Matching(true);
    private final Matching strict = new Matching(false);
    private final Exchange first = sent(1, order(1062, "RtdInterval=30"), AnswerPattern.RESULT);
    private final Exchange second = sent(2, order(1011), AnswerPattern.RESPONSE);

    private static String words(Match match) {
        return match.match(
                ours -> ours.exchange().id() + " " + ours.event().kind()
                        + (ours.event().otherQn() ? " otherQn" : "")
                        + (ours.event().sure() ? " sure" : "")
                        + ours.event().code().map(code -> " " + code).orElse(""),
                stray -> "stray " + stray.command(),
                () -> "nothing");
    }

    @Test
    void anAnswerIsKnownByItsNumber() {
        FieldFrame answer = frame(QN, 9011, "QnRtn=1", "08:00:01");
        assertEquals("1 ANSWERED 1", words(liberal.of(answer, List.of(first, second), Optional.of(first))));
    }

    /** HJ 212-2017 C.43 prints a 9011 whose QN is not the request's; devices copied it. */
    @Test
    void anAnswerWithAnotherNumberBelongsToTheOnlyRequestThatWaits() {
        FieldFrame answer = frame(OTHER, 9011, "QnRtn=1", "08:00:01");
        Match match = liberal.of(answer, List.of(first), Optional.empty());
        assertEquals("1 ANSWERED otherQn 1", words(match));
        Exchange after = match.match(ours -> ours.exchange().after(ours.event()), stray -> first, () -> first);
        assertEquals(ExchangeState.EXECUTING, after.state());
        assertEquals(Set.of(Deviation.WRONG_QN), after.deviations());
    }

    @Test
    void anAnswerWithAnotherNumberIsForeignWhereTheOptionSaysSo() {
        FieldFrame answer = frame(OTHER, 9011, "QnRtn=1", "08:00:01");
        Match match = strict.of(answer, List.of(first), Optional.empty());
        assertEquals("1 FOREIGN 1", words(match));
        Exchange after = match.match(ours -> ours.exchange().after(ours.event()), stray -> first, () -> first);
        assertEquals(ExchangeState.AWAITING_ANSWER, after.state());
        assertEquals(first.dueAt(), after.dueAt());
    }

    @Test
    void anAnswerWithAnotherNumberIsStrayWhereTwoRequestsWaitOrNone() {
        FieldFrame answer = frame(OTHER, 9011, "QnRtn=1", "08:00:01");
        assertEquals("stray 9011", words(liberal.of(answer, List.of(first, second), Optional.empty())));
        assertEquals("stray 9011", words(liberal.of(answer, List.of(), Optional.empty())));
    }

    @Test
    void anAnswerThatArrivedBeforeTheRequestLeftIsStray() {
        FieldFrame answer = frame(OTHER, 9011, "QnRtn=1", "07:59:59");
        assertEquals("stray 9011", words(liberal.of(answer, List.of(first), Optional.empty())));
    }

    @Test
    void aSecondAnswerWithAnotherNumberIsNotTakenForTheResultsOwner() {
        Exchange executing = first.after(ExchangeEvent.answer(
                ExchangeEventKind.ANSWERED,
                ExchangeFixture.STATION,
                Optional.of(1),
                false,
                6,
                ExchangeFixture.at("08:00:01")));
        assertEquals(
                "1 FOREIGN 1",
                words(liberal.of(frame(OTHER, 9011, "QnRtn=1", "08:00:02"), List.of(executing), Optional.empty())));
        assertEquals(
                "1 RESULTED otherQn 1",
                words(liberal.of(frame(OTHER, 9012, "ExeRtn=1", "08:00:03"), List.of(executing), Optional.empty())));
    }

    /** HJ/T 212-2005: no QN in the header, the request's number in the content. */
    @Test
    void in2005TheNumberStandsInTheContent() {
        FieldFrame answer = frame(
                "ST=91;CN=9011;PW=123456;MN=" + ExchangeFixture.STATION + ";Flag=0;CP=&&QN=" + QN + ";QnRtn=1&&",
                1,
                "08:00:01");
        assertEquals(QN, answer.qn());
        assertEquals(Optional.of(1), answer.code());
        FieldFrame result = frame(
                "ST=91;CN=9012;PW=123456;MN=" + ExchangeFixture.STATION + ";CP=&&QN=" + QN + ";ExeRtn=100&&",
                2,
                "08:00:02");
        assertEquals("1 RESULTED 100", words(liberal.of(result, List.of(first), Optional.of(first))));
    }

    @Test
    void anAnswerWithoutACodeCountsAsReady() {
        Match match = liberal.of(frame(QN, 9011, "", "08:00:01"), List.of(first), Optional.of(first));
        Exchange after = match.match(ours -> ours.exchange().after(ours.event()), stray -> first, () -> first);
        assertEquals(ExchangeState.EXECUTING, after.state());
        assertEquals(Optional.empty(), after.answer());
        assertEquals(Set.of(Deviation.CODE_MISSING), after.deviations());
    }

    @Test
    void aCodeThatIsNoNumberIsNoSuccess() {
        for (String code : List.of("QnRtn=", "QnRtn=ok", "QnRtn=1.0", "qnrtn=-1", "QnRtn=123456")) {
            Match match = liberal.of(frame(QN, 9011, code, "08:00:01"), List.of(first), Optional.of(first));
            Exchange after = match.match(ours -> ours.exchange().after(ours.event()), stray -> first, () -> first);
            assertEquals(ExchangeState.REFUSED, after.state(), code);
            assertEquals(Optional.of(ReturnCode.UNREADABLE), after.answer(), code);
            assertEquals(Set.of(Deviation.CODE_UNREADABLE), after.deviations(), code);
        }
        Match match = liberal.of(frame(QN, 9012, "ExeRtn=x1", "08:00:01"), List.of(first), Optional.of(first));
        Exchange after = match.match(ours -> ours.exchange().after(ours.event()), stray -> first, () -> first);
        assertEquals(ExchangeState.FAILED, after.state());
        assertEquals(Set.of(Deviation.CODE_UNREADABLE, Deviation.RESULT_WITHOUT_ANSWER), after.deviations());
    }

    @Test
    void theNamesOfCodesAreReadWhateverTheirCase() {
        assertEquals(Optional.of(2), frame(QN, 9011, "QNRTN=2", "08:00:01").code());
        assertEquals(Optional.of(100), frame(QN, 9012, "exertn=100", "08:00:01").code());
    }

    @Test
    void whereOnlyTheOwnNumberCountsAResponseWithAnotherOneIsAnOrdinaryUpload() {
        Exchange executing = second.after(ExchangeEvent.answer(
                ExchangeEventKind.ANSWERED,
                ExchangeFixture.STATION,
                Optional.of(1),
                false,
                6,
                ExchangeFixture.at("08:00:01")));
        String shown = "SystemTime=20261124080001";
        for (Exchange exchange : List.of(second, executing)) {
            List<Exchange> open = List.of(exchange);
            assertEquals("nothing", words(strict.of(frame(OTHER, 1011, shown, "08:00:02"), open, Optional.empty())));
            assertEquals(
                    "2 DATA otherQn sure",
                    words(liberal.of(frame(OTHER, 1011, shown, "08:00:02"), open, Optional.empty())));
        }
        FieldFrame numberless =
                frame("ST=31;CN=1011;PW=123456;MN=" + ExchangeFixture.STATION + ";CP=&&" + shown + "&&", 3, "08:00:02");
        assertEquals("2 DATA otherQn sure", words(strict.of(numberless, List.of(executing), Optional.empty())));
    }

    @Test
    void aParameterWithoutTheNumberIsTakenAndAnUploadOfDeviceInformationIsNot() {
        assertEquals(
                "2 DATA otherQn sure",
                words(liberal.of(
                        frame(OTHER, 1011, "SystemTime=20261124080001", "08:00:01"),
                        List.of(second),
                        Optional.empty())));
        Exchange identity = sent(3, order(3019, "PolId=a21026"), AnswerPattern.RESPONSE);
        FieldFrame replaced = frame(OTHER, 3019, "PolId=a21026;a21026-SN=0123", "08:00:01");
        assertEquals("nothing", words(liberal.of(replaced, List.of(identity), Optional.empty())));
        assertEquals("3 DATA sure", words(liberal.of(replaced, List.of(identity), Optional.of(identity))));
    }

    @Test
    void anAnswerToAnExchangeThatWasNeverSentIsStray() {
        Exchange queued = ExchangeFixture.ordered(4, order(1011), ExchangeFixture.terms(AnswerPattern.RESPONSE));
        assertEquals(
                "stray 9011",
                words(liberal.of(frame(QN, 9011, "QnRtn=1", "08:00:01"), List.of(queued), Optional.of(queued))));
    }

    @Test
    void aNoticeAnswerToARequestIsStray() {
        assertEquals(
                "stray 9013", words(liberal.of(frame(QN, 9013, "", "08:00:01"), List.of(first), Optional.of(first))));
    }
}
