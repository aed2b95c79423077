package io.stackwatch.simulator.logger;

import io.stackwatch.core.registry.Mn;
import io.stackwatch.simulator.logger.Task.Circumstances;
import io.stackwatch.simulator.logger.Task.Execution;
import io.stackwatch.simulator.report.Identity;
import java.time.Instant;
import java.util.Optional;

/** Name and key, which the host gives: commands 1002 and 1014 (HJ 212-2025 6.4.3, 6.8). */
final class Admission {

    private static final int LONGEST_ASSIGNED = 24;

    private Admission() {}

    /** 1002: from the next frame on the logger carries this MN. */
    static Execution assignMn(Request request, Circumstances at) {
        return request.value("i23005-Info")
                .filter(mn -> !mn.isEmpty() && mn.length() <= LONGEST_ASSIGNED)
                .map(mn -> {
                    Identity old = at.state().identity();
                    Identity assigned = new Identity(new Mn(mn), old.password(), old.edition());
                    return at.done(at.state().activatedAs(assigned).noting(at.shown(), "", "入网激活"));
                })
                .orElseGet(() -> at.failed(Result.WRONG_CONDITIONS));
    }

    /** 1014: from the next frame on with this key, late data too. */
    static Execution newKey(Request request, Circumstances at) {
        Optional<Instant> created = request.value("SKCreateTime").flatMap(at.time()::parse);
        Optional<String> key = request.value("NewSK").filter(LoggerKey::isKey);
        Optional<KeyRing> keys = at.state().keys();
        if (created.isEmpty() || key.isEmpty() || keys.isEmpty()) {
            return at.failed(Result.WRONG_CONDITIONS);
        }
        KeyRing renewed = keys.get().renewed(new LoggerKey(key.get()), created.get());
        return at.done(at.state().withKeys(Optional.of(renewed)).noting(at.shown(), "", "密钥更新"));
    }
}
