package io.stackwatch.gateway.api;

import io.stackwatch.core.measurement.FactorCode;
import io.stackwatch.core.quality.QaBasis;
import io.stackwatch.core.quality.QaCheck;
import io.stackwatch.core.quality.QaEvent;
import io.stackwatch.core.quality.QaFigures;
import io.stackwatch.core.quality.QaMode;
import io.stackwatch.core.quality.QaResult;
import io.stackwatch.core.registry.OutletId;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The body of a check that is recorded; the contract has let its words and the form of its numbers pass. Pure. */
final class QaBody {

    private QaBody() {}

    static QaEvent draft(OutletId outlet, JsonObject body) {
        Optional<BigDecimal> percent = text(body, "percent").map(BigDecimal::new);
        Optional<QaBasis> basis = text(body, "percentOf").map(QaBasis::valueOf);
        if (percent.isPresent() != basis.isPresent()) {
            throw new Refusal(Problem.badParameter(
                    "field percentOf",
                    percent.isPresent() ? "percent without percentOf" : "percentOf without percent",
                    "both or neither"));
        }
        return new QaEvent(
                0,
                new QaEvent.Subject(
                        outlet, new FactorCode(body.getString("factor")), QaCheck.valueOf(body.getString("check"))),
                QaMode.valueOf(body.getString("mode")),
                madeAt(body.getString("madeAt")),
                new QaFigures(percent, basis, text(body, "absolute").map(BigDecimal::new)),
                text(body, "result").map(QaResult::valueOf),
                body.getString("document"));
    }

    private static Optional<String> text(JsonObject body, String field) {
        return Optional.ofNullable(body.getString(field));
    }

    private static Instant madeAt(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Refusal(Problem.badParameter(
                    "field madeAt",
                    "madeAt is '" + text + "'",
                    "a moment with offset, such as 2026-11-24T10:00:00+08:00"));
        }
    }
}
