package io.stackwatch.gateway.api;

import io.stackwatch.gateway.records.CaseObjectionRecords;
import io.stackwatch.gateway.records.HourObjection;
import java.time.Instant;
import java.util.Optional;

/** An objection of the enterprise, as the hour carries it. */
record HourObjectionView(
        long id,
        String file,
        HourObjection.State state,
        Instant filedAt,
        String filedBy,
        String reason,
        Optional<Instant> answeredAt,
        Optional<String> answeredBy,
        Optional<String> answer) {

    static HourObjectionView of(HourObjection hour) {
        CaseObjectionRecords.Objection objection = hour.objection();
        Optional<CaseObjectionRecords.Answer> answer = objection.answer();
        return new HourObjectionView(
                objection.number(),
                objection.file().value(),
                hour.state(),
                objection.filed().at(),
                objection.filed().by(),
                objection.filed().reason(),
                answer.map(said -> said.act().at()),
                answer.map(said -> said.act().by()),
                answer.map(said -> said.act().reason()));
    }
}
