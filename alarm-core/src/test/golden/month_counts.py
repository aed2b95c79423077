#!/usr/bin/env python3
"""February 2026 of a made city, and the counters that it comes to, worked out without the program.

    python3 alarm-core/src/test/golden/month_counts.py

writes month-facts.csv and month-counts.csv into alarm-core/src/test/resources/golden. The month is drawn with a fixed seed:
the same script writes the same files. Counting is that of a clerk with a sheet of paper, minute by minute:

    due       connected over the whole hour, not stopped, nor excused (exemption, daily standard check) unless it is valid anyhow,
              nor missing while the receiving end was down in the hour after it
    received  there by the hour's end + 60 min (RT), or by the 11th of March 00:00 (FINAL); the last version that was there
    valid     good flag and minutes, at most 15 minutes of the hour under marks, in control, a number, inside the range
    known     what was filed before 12:00 of the next day and not taken back by then (RT), what stood on the 11th (FINAL)

Lines of month-facts.csv (minutes since 1 February 00:00 legal time; hours counted from 0):
    O,outlet,enterprise,factors,connected from,connected until
    E,enterprise,region,from,until
    P,outlet,STOP|EXEMPTION,document,from,until            a pause that stands in the registry
    C,outlet,factor or empty,kind,id,from,until,known from,known until
    H,outlet,factor,first hour,last hour,version,minutes from the hour's end to arrival,V|F|M|U,value in hundredths
    R,factor,least,most                                    range in hundredths
"""

import random
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal, getcontext
from fractions import Fraction
from pathlib import Path

getcontext().prec = 60
DAYS = 28
HOURS = DAYS * 24
END = HOURS * 60
FREEZE = (DAYS + 10) * 1440
RECODED = 14 * 1440
OUT = Path(__file__).resolve().parents[1] / "resources" / "golden"
AIR = ["a00000", "a19001", "a21002", "a21026", "a34013"]
WATER = ["w01018", "w21003", "w21011", "w00000"]
CHECKED = {"w01018", "w21003", "w21001", "w21011"}
RANGES = {"a21026": (-100, 20_000), "a21002": (-200, 40_000), "a34013": (-50, 5_000), "a19001": (0, 2_500)}
draw = random.Random(20260201)

outlets, enterprises, pauses, holds = [], [], [], []
reports = {}  # (outlet, factor) -> for each hour a list of (minutes to arrival, validity, value)
number = 0


def told(outlet, factor, kind, begin, end, known=None, until=None):
    """Something held; known at its beginning plus two hours if nothing else is said."""
    global number
    number += 1
    holds.append((outlet, factor, kind, f"{kind[:2]}{number}", begin, end, begin + 120 if known is None else known, until))


def city():
    for e in range(22):
        name = f"E{e:02d}"
        if e % 5 == 1:  # registered anew when the county was re-coded
            enterprises.append((name, "371523", "", RECODED))
            enterprises.append((name, "371503", RECODED, ""))
        elif e % 5 == 2:  # nobody changed the sheet
            enterprises.append((name, "371523", "", ""))
        else:
            enterprises.append((name, {0: "371502", 3: "371521", 4: "3715A1"}[e % 5], "", ""))
    for i in range(48):
        outlet = f"DA{i:03d}" if i % 12 != 11 else f"DW{i:03d}"
        factors = WATER if outlet.startswith("DW") else AIR[: 2 + i % 4]
        begin, end = "", ""
        if i % 12 == 10:
            begin = draw.choice([1440 * 3 + 617, 1440 * 9])
        if i == 25:
            end = 1440 * 20 + 30
        outlets.append((outlet, f"E{i * 22 // 48:02d}", factors, begin, end))
        for factor in factors:
            reports[outlet, factor] = [[(2, "V", 900)] for _ in range(HOURS)]


def some(outlet):
    """One, or all, of an outlet's factors."""
    mine = [factor for name, factor in reports if name == outlet]
    return mine if draw.random() < 0.6 else [draw.choice(mine)]


def span(longest):
    begin = draw.randrange(HOURS - longest)
    return begin, begin + draw.randrange(1, longest)


def lost(outlet, factors, begin, end):
    for factor in factors:
        for h in range(begin, end):
            reports[outlet, factor][h] = []


def turned(outlet, factors, begin, end, report):
    for factor in factors:
        for h in range(begin, end):
            reports[outlet, factor][h] = [report]


def too_few(o):
    turned(o, some(o), *span(30), (2, "M", 2_000))


def unknown(o):
    turned(o, some(o), *span(12), (2, "U", 2_000))


def stop(o):
    b, e = span(90)
    told(o, "", "STOP", b * 60 - draw.choice([0, 20]), e * 60 + draw.choice([0, 1, 40]))
    lost(o, some(o), b, e)


def stop_late(o):
    b, e = span(60)
    told(o, "", "STOP", b * 60, e * 60, known=draw.choice([e * 60 + 5 * 1440, FREEZE, FREEZE + 1]))
    lost(o, some(o), b, e)


def stop_in_registry(o):
    b, e = span(60)
    if not any(p[0] == o and p[3] < e * 60 + 60 and b * 60 - 60 < p[4] for p in pauses):
        pauses.append((o, draw.choice(["STOP", "EXEMPTION"]), f"form {len(pauses)}", b * 60 + 10, e * 60))
        lost(o, some(o), b, e)


def stop_refused(o):
    b, e = span(40)
    told(o, "", "STOP_PENDING", b * 60, e * 60)
    turned(o, some(o), b, e, (2, "F", 0))
    lost(o, some(o), b, (b + e) // 2)


def stop_with_data(o):
    b, e = span(40)
    told(o, "", "STOP", b * 60, e * 60)


def calibrations(o):
    for f in some(o):
        for day in range(DAYS):
            begin = day * 1440 + 9 * 60 + draw.choice([0, 50])
            told(o, f, "EQUIPMENT_MARK", begin, begin + draw.choice([10, 15, 15, 16]))


def maintenance(o):
    for f in some(o):
        b, e = span(20)
        told(o, f, "EQUIPMENT_MARK", b * 60 + 30, e * 60 + draw.choice([0, 15, 16, 44, 45, 46]))
        told(o, f, "EQUIPMENT_MARK", b * 60 + 20, b * 60 + 40)


def mark_late(o):
    b, e = span(20)
    day = b // 24
    told(o, "", "EQUIPMENT_MARK", b * 60, e * 60, known=(day + 1) * 1440 + 720 + draw.choice([-1, 0, 1, 3_000]))


def mark_reverted(o):
    b, e = span(20)
    told(o, "", "EQUIPMENT_MARK", b * 60, e * 60, until=draw.choice([FREEZE - 600, FREEZE, FREEZE + 1]))


def fault(o):
    b, e = span(40)
    factors = some(o)
    turned(o, factors, b, e, (2, "F", 2_000))
    lost(o, factors, (b + e) // 2, e)


def out_of_control(o):
    b, e = span(70)
    told(o, draw.choice([f for n, f in reports if n == o]), "OUT_OF_CONTROL", b * 60 + 15, e * 60 + 15)


def filled_later(o):
    b, e = span(72)
    back = draw.choice([59, 60, 61, 2_000, 15_000])
    for f in some(o):
        for h in range(b, e):
            reports[o, f][h] = [(back if back < 100 else back + (e - h) * 60, "V", 900)]


def after_the_freeze(o):
    b, e = span(20)
    for f in some(o):
        for h in range(b, e):
            reports[o, f][h] = [(FREEZE - (h + 1) * 60 + draw.choice([0, 1]), "V", 900)]


def exemption(o):
    b, e = span(50)
    told(o, "", "EXEMPTION", b * 60 + 59, e * 60, known=draw.choice([b * 60 + 300, FREEZE - 9_000]))
    lost(o, some(o), b, (b + e) // 2)
    turned(o, some(o), (b + e) // 2, (b + 3 * e) // 4, (2, "F", 2_000))


def own_outage(o):
    b, e = span(9)
    told(o, "", "OWN_OUTAGE", b * 60 + draw.choice([0, 30]), e * 60 + draw.choice([0, 1, 59]), known=FREEZE + 9_999)
    for f in some(o):
        for h in range(b, e):
            reports[o, f][h] = draw.choice([[], [((e - h) * 60 + 30, "V", 900)], [(2, "F", 2_000)]])


def working_condition(o):
    b, e = span(40)
    told(o, "", "WORKING_CONDITION_MARK", b * 60, e * 60)


def out_of_range(o):
    turned(o, some(o), *span(10), (2, "V", draw.choice([-101, -100, -201, 20_000, 20_001, 2_500, 2_501, 5_000, 5_001])))


def no_figure(o):
    turned(o, some(o), *span(10), (2, "V", ""))


def revised(o):
    b, e = span(30)
    second = (draw.choice([40, 60, 61, 5_000]), draw.choice("VVF"), 2_100)
    for f in some(o):
        for h in range(b, e):
            reports[o, f][h] = [(2, draw.choice("VF"), 2_000), second]


def standard_checks(o):
    for f in [f for n, f in reports if n == o]:
        for day in range(DAYS):
            for h in draw.choice([[2], [2], [2], [2, 14], []]):
                begin = (day * 24 + h) * 60 + 5
                told(o, f, "STANDARD_CHECK", begin, begin + 45)
                reports[o, f][day * 24 + h] = draw.choice([[(2, "F", 2_000)], [(2, "F", 2_000)], [], [(2, "V", 900)]])


EVENTS = [too_few, unknown, stop, stop_late, stop_in_registry, stop_refused, stop_with_data, calibrations, maintenance, mark_late,
          mark_reverted, fault, out_of_control, filled_later, after_the_freeze, exemption, own_outage, working_condition,
          out_of_range, no_figure, revised]  # fmt: skip


def events():
    for i, (outlet, _, _, _, _) in enumerate(outlets):
        if outlet == "DA003":  # stopped over the whole month: not rated
            told(outlet, "", "STOP", -1440, END + 1440)
            lost(outlet, [f for n, f in reports if n == outlet], 0, HOURS)
            continue
        if outlet == "DA007":  # nothing ever came
            lost(outlet, [f for n, f in reports if n == outlet], 0, HOURS)
            continue
        if outlet.startswith("DW"):
            standard_checks(outlet)
        EVENTS[i % len(EVENTS)](outlet)
        for _ in range(i % 7):
            draw.choice(EVENTS)(outlet)


def good(factor, hour, versions, cut, marks, control):
    """None if nothing was there, else whether the last that was there counts."""
    there = [(to_come, n, v, x) for n, (to_come, v, x) in enumerate(versions) if (hour + 1) * 60 + to_come <= cut]
    if not there:
        return None
    _, _, validity, value = max(there)
    minutes = set()
    for begin, end in marks:
        minutes |= set(range(max(begin, hour * 60), min(end, hour * 60 + 60)))
    least, most = RANGES.get(factor, (-(10**9), 10**9))
    return validity == "V" and len(minutes) <= 15 and not control and value != "" and least <= value <= most


def count(variant):
    """(outlet, factor) -> [due, received, valid, stopped, exempt, own outage, standard check]."""
    sheet = {}
    for outlet, _, factors, connected, removed in outlets:
        for factor in factors:
            row = [0] * 7
            mine = [h for h in holds if h[0] == outlet and h[1] in ("", factor)]
            for day in range(DAYS):
                checks = 0
                for hour in range(day * 24, day * 24 + 24):
                    begin, end = hour * 60, hour * 60 + 60
                    if connected != "" and begin < connected or removed != "" and removed < end:
                        continue
                    cut = end + 60 if variant == "REAL_TIME" else FREEZE
                    noon = (day + 1) * 1440 + 720

                    def stood(h):
                        if variant == "REAL_TIME":
                            return h[6] < noon and (h[7] is None or h[7] >= noon)
                        return h[6] <= FREEZE and (h[7] is None or h[7] > FREEZE)

                    here = [h for h in mine if h[4] < end and begin < h[5]]
                    kinds = {h[2] for h in here if stood(h)}
                    # A pause of the registry is looked at in the first and in the last instant of the hour.
                    sheet_pauses = [p[1] for p in pauses if p[0] == outlet and (p[3] <= begin < p[4] or p[3] < end <= p[4])]
                    if "STOP" in kinds or "STOP" in sheet_pauses:
                        row[3] += 1
                        continue
                    marks = [(h[4], h[5]) for h in here if h[2] == "EQUIPMENT_MARK" and stood(h)]
                    fine = good(factor, hour, reports[outlet, factor][hour], cut, marks, "OUT_OF_CONTROL" in kinds)
                    if fine:
                        row[0] += 1
                        row[1] += 1
                        row[2] += 1
                    elif "EXEMPTION" in kinds or "EXEMPTION" in sheet_pauses:
                        row[4] += 1
                    elif "STANDARD_CHECK" in kinds and factor in CHECKED and checks == 0:
                        row[6] += 1
                        checks += 1
                    elif fine is None and any(h[2] == "OWN_OUTAGE" and h[4] < end + 60 and end < h[5] for h in mine):
                        row[5] += 1
                    else:
                        row[0] += 1
                        row[1] += fine is not None
            sheet[outlet, factor] = row
    return sheet


def percent(part, whole):
    return "" if whole == 0 else str((Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.01"), ROUND_HALF_UP))


def line(variant, level, name, row, extra=",,"):
    due, got, fine = row[:3]
    return ",".join([variant, level, name, *map(str, row), percent(got, due), percent(fine, got), percent(fine, due)]) + "," + extra


def total(rows):
    return [sum(column) for column in zip(*rows)] if rows else [0] * 7


def county_of(enterprise):
    last = [region for name, region, _, until in enterprises if name == enterprise and until == ""][0]
    return "371503" if last == "371523" else last


def figures():
    lines = []
    for variant in ("REAL_TIME", "FINAL"):
        sheet = count(variant)
        by_outlet, by_enterprise, by_county = defaultdict(list), defaultdict(list), defaultdict(dict)
        for outlet, enterprise, factors, _, _ in sorted(outlets):
            for factor in sorted(factors):
                lines.append(line(variant, "FACTOR", f"{outlet} {factor}", sheet[outlet, factor]))
                by_outlet[outlet].append(sheet[outlet, factor])
            by_enterprise[enterprise].append(total(by_outlet[outlet]))
        for outlet in sorted(by_outlet):
            lines.append(line(variant, "OUTLET", outlet, total(by_outlet[outlet])))
        for enterprise in sorted(by_enterprise):
            row = total(by_enterprise[enterprise])
            lines.append(line(variant, "ENTERPRISE", enterprise, row))
            by_county[county_of(enterprise)][enterprise] = row
        for county in sorted(by_county):
            rows = list(by_county[county].values())
            rates = [Fraction(r[2], r[0]) for r in rows if r[0]]
            mean = sum(rates) / len(rates)
            text = (Decimal(mean.numerator) / Decimal(mean.denominator)).quantize(Decimal("0.000001"), ROUND_HALF_UP)
            extra = f"{text},{sum(rate >= Fraction(9, 10) for rate in rates)},{len(rates)}"
            lines.append(line(variant, "COUNTY", county, total(rows), extra))
        lines.append(line(variant, "CITY", "", total(list(sheet.values()))))
    return lines


def facts():
    lines = [f"O,{o},{e},{' '.join(f)},{b},{u}" for o, e, f, b, u in outlets]
    lines += [f"E,{n},{r},{b},{u}" for n, r, b, u in enterprises]
    lines += [f"R,{f},{least},{most}" for f, (least, most) in RANGES.items()]
    lines += [f"P,{o},{kind},{document},{b},{e}" for o, kind, document, b, e in pauses]
    for o, f, kind, name, b, e, known, until in holds:
        lines.append(f"C,{o},{f},{kind},{name},{b},{e},{known},{'' if until is None else until}")
    for (outlet, factor), hours in reports.items():
        begin = 0
        for h in range(1, HOURS + 1):
            if h < HOURS and hours[h] == hours[begin]:
                continue
            for version, (to_come, validity, value) in enumerate(hours[begin], 1):
                lines.append(f"H,{outlet},{factor},{begin},{h - 1},{version},{to_come},{validity},{value}")
            begin = h
    return lines


city()
events()
OUT.mkdir(parents=True, exist_ok=True)
(OUT / "month-facts.csv").write_text("\n".join(facts()) + "\n", encoding="utf-8")
head = "variant,level,name,due,received,valid,stopped,exempt,own_outage,standard_check,T,V,E,mean,passing,rated"
(OUT / "month-counts.csv").write_text("\n".join([head, *figures()]) + "\n", encoding="utf-8")
