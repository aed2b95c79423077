package io.stackwatch.gateway.evidence;

import io.stackwatch.gateway.journal.Journal;
import io.stackwatch.gateway.judgement.JudgementRules;
import io.stackwatch.gateway.marking.MarkDesk;
import io.stackwatch.gateway.quality.QaDesk;
import io.stackwatch.gateway.records.RecordsView;
import io.stackwatch.gateway.registry.RegistrySnapshot;
import java.util.function.Supplier;

/**
 * Where a package is made from.
 *
 * @param records verdicts, alarms and candidate cases
 * @param journal raw frames
 * @param registry who is watched, with limits
 * @param rules the parameters of the rules
 * @param marks marks, exemptions and own outages
 * @param checks checks of instruments
 * @param frames reads frames
 * @param acts what officers did
 */
public record EvidenceSources(
        RecordsView records,
        Journal journal,
        Supplier<RegistrySnapshot> registry,
        JudgementRules rules,
        MarkDesk marks,
        QaDesk checks,
        FrameFields frames,
        ActsOfCase acts) {}
