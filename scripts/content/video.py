#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The short film of lesson 3: video.py FOLDER writes one SVG a frame; video.py --seconds prints its length.

A teacher checks an AI-made plan against the textbook, finds two faults and mends them. No text is drawn:
the captions tell the story in each language, at the times of SCENES.
"""
import math
import pathlib
import sys

from drawing import *
from stills import book_left, book_right, evening, plan_page, medallion

FPS = 24
FADE = 0.7


def ease(t, start, length):
    """0 before `start`, 1 after `start + length`, smooth between."""
    part = max(0.0, min(1.0, (t - start) / length))
    return part * part * (3 - 2 * part)


def spring(t, start, length=.6):
    """Like ease, with a little overshoot: for things that pop up."""
    part = max(0.0, min(1.0, (t - start) / length))
    return 0 if part == 0 else 1 - (1 - part) ** 2 * math.cos(part * 4.2)


def blink(t):
    return max(0.0, 1 - abs((t % 3.7) - 3.5) / .09)



# ---- scenes: each takes its own time from 0 ----------------------------------------------------------------


def village(t):
    """Late afternoon: the school among the hills."""
    sun = circle(200, 170 + t * 7, 50, SUN)
    school = group(
        rect(-150, -96, 300, 96, "#F3E7D1"), path("M-176 -92 L-140 -150 H140 L176 -92 Z", "#A4553D"), path("M-176 -92 H176 L170 -84 H-170 Z", "#8A432E"),
        *[rect(-128 + i * 92, -72, 44, 40, "#F6D98F" if i == 1 else "#9DB7C4", rx=3) for i in range(3)], rect(96, -66, 36, 66, WOOD_DARK, rx=2),
        rect(-160, -6, 320, 12, "#CBB58E"), x=520, y=410, scale=1.1,
    )
    birds = group(stroke("M0 0 q12 -12 22 0 q10 -12 22 0 M70 30 q9 -9 17 0 q8 -9 17 0", INK, 3.4), x=300 + t * 16, y=120 - t * 3)
    scene = "".join((
        rect(-60, -60, W + 120, H + 120, "#F6E3C4"), sun, group(hills(430, "#DCCFA9", "#A9B98C"), x=-t * 2.2), birds,
        group(field(404, "#9DB57E", 14), x=-t * 1), group(kapok_tree(812, 432, .8), stilt_house(170, 424, .6), school),
        field(432, "#8AA86F", 10), field(480, "#C7A56B", 12),
    ))
    zoom = 1 + .012 * t
    return group(scene, x=-(zoom - 1) * 520, y=-(zoom - 1) * 360, scale=zoom)


def desk_evening(t):
    """The plan comes out of the tablet; she opens the textbook before she trusts it."""
    plan = ease(t, 2.2, 1.4)
    book = ease(t, 9.0, 1.0)
    tilt = -5 * ease(t, 3.6, .8) + 11 * ease(t, 9.4, .8) - 6 * ease(t, 12.4, .8)
    base = evening(blink=blink(t), tilt=tilt, mouth="smile" if t < 4 or t > 13 else "think", show_book=book, show_plan=ease(t, 3.4, .5), reach=.5 + .5 * math.sin(t * 1.3) * ease(t, 12, 1))
    flying = ""
    if 0 < plan < 1:
        px, py = 212 + 388 * plan, 410 - math.sin(plan * math.pi) * 150
        flying = group(sheet(-34, -44, 68, 88, text_lines(-22, -30, [40, 44, 36, 42, 24], 13)), x=px, y=py, rotate=-14 + 24 * plan, scale=.5 + .5 * plan)
    glow = group(circle(0, 0, 74, "#F6D98F"), x=212, y=436, opacity=.55 * ease(t, 1.0, .6) * (1 - ease(t, 3.6, 1.0)))
    sparks = "".join(circle(212 + math.cos(i * 1.26 + t) * 70, 420 + math.sin(i * 1.26 + t) * 50, 5, SUN, opacity=round(ease(t, 1.2, .5) * (1 - ease(t, 3.2, .6)), 3)) for i in range(5))
    zoom = 1 + .05 * ease(t, 0, 15)
    return group(base, glow, sparks, flying, x=-(zoom - 1) * 470, y=-(zoom - 1) * 420, scale=zoom)


def wood():
    return rect(-20, -20, W + 40, H + 40, "#B98F5E") + "".join(stroke(f"M-10 {60 + i * 92} C260 {48 + i * 92} 620 {76 + i * 92} 980 {58 + i * 92}", "#A97F4F", 4) for i in range(6))


def first_fault(t):
    """Textbook and plan side by side; the label on the white mist is ringed and moved to the clear gap."""
    book_x = -480 + 522 * ease(t, .2, 1.1)
    plan_x = 1000 - 416 * ease(t, .7, 1.1)
    amount = ease(t, 5.2, 1.9)
    fixed = ease(t, 13.2, 1.2)
    erased = 1 - ease(t, 12.4, .8)
    turn = -2.0 + 6.7 * amount
    pen_x, pen_y = plan_x + 16 + 178 + 62 * math.cos(turn), 84 + 20 + 148 + 52 * math.sin(turn)
    away = ease(t, 7.4, .8) * (1 - ease(t, 12.0, .7)) + ease(t, 14.8, .8)
    if t > 11:
        pen_x, pen_y = plan_x + 170, 84 + 214
    lens = ease(t, 8.6, .8) * (1 - ease(t, 12.0, .8))
    return "".join((
        wood(),
        group(open_book(0, 0, 450, 320, book_left(), book_right(.45 + .45 * math.sin(t * 3) if 8.6 < t < 12.6 else .3 * ease(t, 8, 1))), x=book_x, y=116, rotate=-3),
        sheet(plan_x, 84, 270, 350, group(plan_page(amount if t < 12.4 else erased * .999, fixed), x=16, y=20), rotate=4 * ease(t, .7, 1.1)),
        magnifier(560 - 148 * lens, 420 - 144 * lens, 1.12) if lens > 0 else "",
        pencil(pen_x + away * 90 + 6, pen_y + away * 210, 42) if t > 3.6 else "",
        tick(plan_x + 236, 420, 1.3, amount=ease(t, 15.2, .5)),
    ))


def activity_icon(kind):
    if kind == 0:
        return path("M-22 -20 H22 V8 H-2 L-12 20 V8 H-22 Z", CREAM) + circle(-10, -6, 3.4, INK) + circle(0, -6, 3.4, INK) + circle(10, -6, 3.4, INK)
    if kind == 1:
        return group(kettle(0, 20, .42, CREAM, outline=INK, mist=0), x=-4)
    if kind == 2:
        return rect(-18, -20, 36, 42, CREAM, rx=3) + text_lines(-11, -12, [22, 18, 22], 11, INDIGO, 4)
    return circle(0, 0, 20, CREAM) + stroke("M-7 -5 C-7 -16 9 -14 7 -4 C6 2 0 1 0 8", INK, 4.5) + circle(0, 14, 2.8, INK)


def second_fault(t):
    """Four activities do not fit into the lesson; they are cut until they do."""
    unit, x0, y0 = 15.6, 88, 316
    before, after = (10, 15, 15, 10), (5, 15, 10, 5)
    shrink = ease(t, 9.0, 1.6)
    colours = ("#7F95BC", SUN, LEAF, "#B58CC0")
    limit = x0 + 35 * unit
    out = [
        rect(-20, -20, W + 40, H + 40, "#F3E7D1"), hills(540, "#E9DCBD", "#E2D4B2", shift=-20),
        rect(x0 - 12, y0 - 14, 35 * unit + 24, 116, "#E0D0AE", rx=14), rect(x0, y0, 35 * unit, 88, CREAM, rx=6),
        "".join(rect(x0 + unit * 5 * i - 1, y0 + 96, 2, 8 if i % 2 else 12, "#B99A6E") for i in range(8)),
    ]
    x = x0
    for i in range(4):
        width = unit * (before[i] + (after[i] - before[i]) * shrink)
        fall = spring(t, 1.0 + i * 1.0, .7)
        if fall > 0:
            y = y0 + 4 - (1 - fall) * 240
            over = max(0.0, x + width - limit)
            out.append(rect(x + 3, y, max(8, width - 6), 80, colours[i], rx=10, opacity=round(min(1, fall * 1.4), 3)))
            if over > 1 and t > 5.2:
                pulse = .78 + .16 * math.sin(t * 5)
                out.append(rect(max(x + 3, limit), y, min(over, width) - 3, 80, KAPOK, rx=10, opacity=round(pulse, 3)))
            out.append(group(activity_icon(i), x=x + width / 2, y=y + 40, scale=min(1, width / 66)))
        x += width
    bell = group(path("M-18 14 C-18 -22 18 -22 18 14 Z", SUN), rect(-24, 12, 48, 8, SUN, rx=4), circle(0, 25, 6, WOOD_DARK), circle(0, -20, 5, WOOD_DARK), rotate=10 * math.sin(t * 14) * (1 if 4.9 < t < 6.4 or 10.8 < t < 12 else 0), x=limit, y=y0 - 58, scale=1.25)
    out.append(stroke(f"M{limit} {y0 - 24} V{y0 + 112}", KAPOK, 5, stroke_dasharray="10 9"))
    out.append(bell)
    hand = math.radians(-90 + 360 * min(35, max(0, (t - 1) * 8.75)) / 60)
    out.append(group(
        circle(0, 5, 70, "#000000", opacity=.08), circle(0, 0, 70, INDIGO), circle(0, 0, 58, CREAM),
        *[circle(48 * math.cos(i * math.pi / 6), 48 * math.sin(i * math.pi / 6), 3.6, INDIGO) for i in range(12)],
        stroke("M0 0 L0 -26", INDIGO_DARK, 7), stroke(f"M0 0 L{42 * math.cos(hand):.1f} {42 * math.sin(hand):.1f}", KAPOK, 5), circle(0, 0, 6, INK),
        x=200, y=150, scale=1.15,
    ))
    out.append(ring(limit + 118, y0 + 44, 150, 78, ease(t, 6.2, 1.4) * (1 if t < 9 else 0)))
    if 6.0 < t < 12.2:
        amount = ease(t, 6.2, 1.4)
        turn = -2.0 + 6.7 * amount
        out.append(pencil(limit + 118 + 150 * math.cos(turn) + 400 * ease(t, 11, 1), y0 + 44 + 78 * math.sin(turn), 42) if t < 9 else pencil(limit - 20 + 420 * ease(t, 11, 1), y0 + 90, 42))
    out.append(tick(limit + 70, y0 + 44, 1.5, amount=ease(t, 11.6, .5)))
    return "".join(out)


def morning(t):
    """The lesson next day: the right label on the board, hands go up."""
    draw = ease(t, 1.0, 1.2)
    board = blackboard(236, 36, 430, 258,
                       group(kettle(150, 214, 1.02, "#D5DEE2", outline=CHALK, puff=CHALK, drift=math.sin(t * 1.2) * 2), x=0),
                       group(stroke("M316 204 L254 178", SUN, 6), path("M240 172 L260 168 L252 188 Z", SUN), opacity=draw))
    wave = math.sin(t * 2.6)
    point = ("M-48 34 C-84 30 -120 8 -140 -30", (-146, -42))
    raised = [ease(t, 3.0 + i * .7, .6) for i in range(3)]
    return "".join((
        room(floor_y=420), window(40, 60, 150, 190, extra=circle(30, 40, 17, SUN)), board,
        teacher(770, 230, 1.1, left=point, blink=blink(t), mouth="talk" if int(t * 5) % 3 == 0 and t < 7 else "smile", tilt=-4 + 2 * wave, legs=True),
        desk(60, 420, 250, legs=140), desk(370, 420, 250, legs=140),
        pupil_back(118, 420, 1.02, raised=raised[0], bun=True), pupil_back(258, 424, 1.0, "#332620", raised=raised[2]),
        pupil_back(424, 420, 1.0, plait=True, raised=raised[1]), pupil_back(566, 424, 1.0, "#332620"),
    ))


def closing(t):
    """Ask, check, revise: three signs and the blossom."""
    talk = path("M-26 -22 H26 V10 H2 L-10 24 V10 H-26 Z", INDIGO) + stroke("M-14 -11 H14 M-14 0 H6", CREAM, 5)
    check = group(magnifier(-8, -8, .42, LEAF_DARK)) + stroke("M-16 -8 L-9 0 L2 -15", KAPOK, 5)
    mend = pencil(-20, 24, 45)
    signs = ((240, talk, 0.5), (480, check, 2.0), (720, group(mend, scale=.5, x=-6, y=8), 3.5))
    dots = "".join(circle(320 + i * 20, 230, 4.5, "#B99A6E", opacity=round(ease(t, 1.4 + i * .08, .3), 3)) for i in range(5)) + "".join(circle(560 + i * 20, 230, 4.5, "#B99A6E", opacity=round(ease(t, 2.9 + i * .08, .3), 3)) for i in range(5))
    return "".join((
        rect(-20, -20, W + 40, H + 40, SKY), circle(842, 90, 46, SUN), hills(500, shift=-20 - t * 1.5), field(470, HILL_NEAR, 14),
        dots, *[group(medallion(0, 0, icon, 66), x=x, y=230, scale=max(.01, spring(t, at))) for x, icon, at in signs if t > at],
        kapok_flower(480, 400, 40 * max(.01, spring(t, 4.8))) if t > 4.8 else "",
    ))


SCENES = ((village, 9), (desk_evening, 15), (first_fault, 18), (second_fault, 14), (morning, 12), (closing, 8))


def length():
    return sum(seconds for _, seconds in SCENES)


def frame(t):
    """The picture at `t` seconds; scenes fade into each other at their borders."""
    start = 0
    for index, (scene, seconds) in enumerate(SCENES):
        local = t - start
        if local < seconds or index == len(SCENES) - 1:
            parts = [scene(local)]
            if index and local < FADE:
                before, was = SCENES[index - 1]
                parts = [before(was + local), group(scene(local), opacity=max(.001, local / FADE))]
            edge = min(1.0, t / .6, (length() - t) / .9)
            if edge < 1:
                parts.append(rect(-20, -20, W + 40, H + 40, "#171411", opacity=round(1 - max(0, edge), 3)))
            return svg(*parts).replace(f'width="{W}" height="{H}"', 'width="1280" height="720"', 1)
        start += seconds


def main():
    if sys.argv[1] == "--seconds":
        print(length())
        return
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(length() * FPS):
        (folder / f"{number:05}.svg").write_text(frame(number / FPS), encoding="utf-8")


if __name__ == "__main__":
    main()
