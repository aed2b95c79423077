package io.stackwatch.core.penalty;

import java.time.LocalDate;

/**
 * One round of the daily penalty, from one re-check to the next.
 *
 * @param number from 1
 * @param from first day that is counted
 * @param to the day of the re-check, counted
 * @param days how many in this round
 * @param daysOfCycle how many since the order that started the cycle
 * @param amount of this round
 * @param total of all rounds so far
 */
public record DailyRound(
        int number, LocalDate from, LocalDate to, long days, long daysOfCycle, Yuan amount, Yuan total) {}
