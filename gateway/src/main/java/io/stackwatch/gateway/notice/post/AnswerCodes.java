package io.stackwatch.gateway.notice.post;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackwatch.core.notice.DeliveryFault;
import io.stackwatch.core.notice.Receipt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the codes of an interface mean for us, from {@code answer-codes.csv}; one that is not there is a fault there.
 */
public final class AnswerCodes {

    private final Map<String, DeliveryFault> faults;

    private AnswerCodes(Map<String, DeliveryFault> faults) {
        this.faults = Map.copyOf(faults);
    }

    /** The rows of one interface. */
    public static AnswerCodes of(String name) {
        Map<String, DeliveryFault> faults = new HashMap<>();
        for (String line : lines()) {
            List<String> cells = List.of(line.split(",", -1));
            if (cells.get(0).equals(name)) {
                faults.put(cells.get(1), DeliveryFault.valueOf(cells.get(2)));
            }
        }
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("no codes of an interface " + name);
        }
        return new AnswerCodes(faults);
    }

    private static List<String> lines() {
        try (InputStream table = AnswerCodes.class.getResourceAsStream("answer-codes.csv")) {
            if (table == null) {
                throw new IllegalStateException("answer-codes.csv is missing");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8));
            return reader.lines().skip(1).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The receipt that an answer with {@code errcode} is; 0 is success. */
    public Receipt errcode(JsonNode answer) {
        JsonNode code = answer.path("errcode");
        if (!code.isIntegralNumber()) {
            return Receipt.failed(DeliveryFault.UNREADABLE_ANSWER, "no errcode");
        }
        return code.longValue() == 0
                ? Receipt.accepted("errcode=0")
                : Receipt.failed(fault(code.asText()), "errcode=" + code.asText());
    }

    /** What a code that is not success means; a code without a row is a fault there. */
    public DeliveryFault fault(String code) {
        return Optional.ofNullable(faults.get(code)).orElse(DeliveryFault.FAULT_THERE);
    }
}
