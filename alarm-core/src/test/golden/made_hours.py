#!/usr/bin/env python3
"""Thirty days of values of one stack, and the hours that they come to, worked out without the program.

    python3 alarm-core/src/test/golden/made_hours.py

writes made-values.csv.gz and made-hours.csv into alarm-core/src/test/resources/golden. The days are drawn with a fixed
seed: the same script writes the same files. Arithmetic is that of a spreadsheet, cell by cell, with exact fractions:

    sample  newest live value that is not later than the instant, inside a stretch in which the line was alive;
            else the newest value read back, for at most a minute
    minute  mean of the usable samples if there are 9 of 12, at 0, 5, ... 55 s
    hour    mean of the valid minutes if there are 45
    convert minute by minute, C * (21 - 9) / (21 - O2), not at O2 < 0, nor at O2 >= 20.9 or 21 - O2 < 0.5
    write   rounded half even to 4 decimals

Lines of made-values.csv (times in seconds since the first instant, values in hundredths):
    A,from,until                    the line was alive
    L,factor,time,value,flag,n      a live value of the n-th stretch; the value is empty where the instrument gave no number
    H,factor,time,value,flag,       a value read back for a cut
"""

import bisect
import gzip
import random
from collections import Counter
from fractions import Fraction
from pathlib import Path

DAYS = 30
SPAN = DAYS * 86_400
FACTORS = ["a19001", "a21002", "a21026", "a34013"]
MIDDLE = {"a19001": 950, "a21002": 4_200, "a21026": 2_600, "a34013": 610}
EXPECTED = 60
REFERENCE = 9
OUT = Path(__file__).resolve().parents[1] / "resources" / "golden"
draw = random.Random(20261124)


def stretches():
    """When the line was alive: cuts of seconds, minutes and hours, some beginning or ending in the middle of a minute."""
    cuts = []
    for day in range(DAYS):
        if day % 3 == 1:
            begin = day * 86_400 + draw.randrange(80_000)
            cuts.append((begin, begin + draw.choice([20, 95, 400, 1_000, 3_700, 9_000])))
        if day % 7 == 4:
            begin = day * 86_400 + 82_000
            cuts.append((begin, begin + draw.choice([901, 905, 15_000])))
    cuts.sort()
    alive, at = [], 3
    for begin, end in cuts:
        if begin > at:
            alive.append((at, begin))
        at = max(at, end)
    alive.append((at, SPAN))
    return alive


def oxygen_now(second, value):
    """The boiler is lit on four days: air, then air with a little smoke, then the flue gas of every day."""
    for begin in (2 * 86_400 + 7_000, 9 * 86_400 + 30_030, 16 * 86_400 + 61_234, 23 * 86_400 + 3_599):
        since = second - begin
        if 0 <= since < 1_800:
            return 2_095 - since // 100
        if 1_800 <= since < 4_500:
            return 2_060 - (since - 1_800) // 60
        if 4_500 <= since < 7_200:
            return 2_010 - (since - 4_500) // 4
    return value


def flag_now(second, factor):
    hour, in_hour = second // 3_600, second % 3_600
    if hour % 24 == 3 and in_hour < 14 * 60 + (hour // 24) % 4 * 30:
        return "C"
    if hour % 61 == 17 and factor != "a34013" and in_hour % 900 < 237:
        return "M"
    if hour % 97 == 40 and factor == "a21026":
        return "D"
    if hour % 83 == 12 and factor == "a19001" and in_hour < 2_000:
        return "T"
    return "N"


def course(factor):
    """Every value that the instrument had: time, hundredths or None, flag."""
    values, value, second, shown = [], MIDDLE[factor], 0, None
    while second < SPAN:
        value = max(-30, value + draw.randrange(-40, 41) + (MIDDLE[factor] - value) // 8)
        flag = flag_now(second, factor)
        number = oxygen_now(second, value) if factor == "a19001" else value
        if draw.random() < 0.001:
            number = None
        if (number, flag) != shown:
            values.append((second, number, flag))
            shown = (number, flag)
        busy = (second // 3_600) % 29 == 5
        second += draw.randrange(2, 9) if busy else draw.randrange(20, 260)
    return values


def write_values(alive, courses):
    """What reached us: live values inside the stretches, the standing value at the begin of each, two cuts in three read back."""
    lines = [f"A,{begin},{end}" for begin, end in alive]
    live, read_back = {}, {}
    for factor in FACTORS:
        values = courses[factor]
        times = [time for time, _, _ in values]
        live[factor], read_back[factor] = [], []
        for i, (begin, end) in enumerate(alive):
            first = max(0, bisect.bisect_right(times, begin) - 1)
            for time, number, flag in values[first:bisect.bisect_left(times, end)]:
                live[factor].append((i, time, number, flag))
            if i + 1 < len(alive) and i % 3 != 2:
                for time, number, flag in values[bisect.bisect_left(times, end):bisect.bisect_left(times, alive[i + 1][0])]:
                    read_back[factor].append((time, number, flag))
        for i, time, number, flag in live[factor]:
            lines.append(f"L,{factor},{time},{'' if number is None else number},{flag},{i}")
        for time, number, flag in read_back[factor]:
            lines.append(f"H,{factor},{time},{'' if number is None else number},{flag},")
    with open(OUT / "made-values.csv.gz", "wb") as file:
        with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0, compresslevel=9) as packed:
            packed.write(("\n".join(lines) + "\n").encode())
    return live, read_back


def samples(alive, live, read_back):
    """One cell for each instant of the grid: (hundredths or None, flag), or None where nothing was known."""
    cells = [None] * (SPAN // 5)
    times = [time for time, _, _ in read_back]
    for slot in range(len(cells)):
        at = bisect.bisect_right(times, slot * 5) - 1
        if at >= 0 and slot * 5 < read_back[at][0] + EXPECTED:
            cells[slot] = read_back[at][1:]
    for i, (begin, end) in enumerate(alive):
        mine = [row[1:] for row in live if row[0] == i]
        times = [time for time, _, _ in mine]
        # a value that stood already when the line came back stands for its own minute at most, where nothing else is known
        if mine and mine[0][0] < begin:
            for slot in range(-(-mine[0][0] // 5), min(-(-begin // 5), -(-(mine[0][0] + EXPECTED) // 5))):
                if cells[slot] is None:
                    cells[slot] = mine[0][1:]
        for slot in range(-(-begin // 5), -(-end // 5)):
            at = bisect.bisect_right(times, slot * 5) - 1
            if at >= 0:
                cells[slot] = mine[at][1:]
    return cells


def most(flags):
    count = Counter(flags)
    best = max(count.values())
    return next(flag for flag in flags if count[flag] == best)


def minute(cells):
    """(mean or None, flag or '', anything known)"""
    usable = [number for number, flag in filter(None, cells) if number is not None and flag == "N"]
    if not any(cells):
        return None, "", False
    if len(usable) >= 9:
        return Fraction(sum(usable), 100 * len(usable)), "N", True
    bad = []
    for cell in cells:
        if cell is None or (cell[0] is None and cell[1] == "N"):
            bad.append("D")
        elif cell[1] != "N":
            bad.append(cell[1])
    return None, most(bad), True


def text(number):
    rounded = round(number, 4)
    sign, whole = ("-" if rounded < 0 else ""), abs(rounded) * 10_000
    digits = f"{int(whole) // 10_000}.{int(whole) % 10_000:04d}".rstrip("0").rstrip(".")
    return sign + digits


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    alive = stretches()
    courses = {factor: course(factor) for factor in FACTORS}
    live, read_back = write_values(alive, courses)
    minutes = {}
    for factor in FACTORS:
        cells = samples(alive, live[factor], read_back[factor])
        minutes[factor] = [minute(cells[at:at + 12]) for at in range(0, len(cells), 12)]
    rows = ["hour,factor,valid_minutes,flag,avg,zs_avg"]
    for hour in range(DAYS * 24):
        for factor in FACTORS:
            mine = minutes[factor][hour * 60:hour * 60 + 60]
            oxygen = minutes["a19001"][hour * 60:hour * 60 + 60]
            if not any(known for _, _, known in mine):
                rows.append(f"{hour},{factor},0,,,")
                continue
            valid = [mean for mean, _, _ in mine if mean is not None]
            if len(valid) < 45:
                flag = most([flag if known else "D" for mean, flag, known in mine if mean is None])
                rows.append(f"{hour},{factor},{len(valid)},{flag},,")
                continue
            converted = []
            for (mean, _, _), (o2, _, _) in zip(mine, oxygen):
                if factor != "a19001" and mean is not None and o2 is not None:
                    if o2 >= 0 and o2 < Fraction(209, 10) and 21 - o2 >= Fraction(1, 2):
                        converted.append(mean * (21 - REFERENCE) / (21 - o2))
            zs = text(sum(converted) / len(converted)) if len(converted) >= 45 else ""
            rows.append(f"{hour},{factor},{len(valid)},N,{text(sum(valid) / len(valid))},{zs}")
    (OUT / "made-hours.csv").write_text("\n".join(rows) + "\n")


main()
