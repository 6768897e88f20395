#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws the still pictures of the courses: stills.py DIRECTORY [NAME...] writes DIRECTORY/NAME.svg."""
import pathlib
import sys

from drawing import *


def medallion(x, y, icon, r=47):
    return circle(x, y + 5, r, "#000000", opacity=.08) + circle(x, y, r, CREAM) + circle(x, y, r - 5, "none", stroke=SUN, stroke_width=3) + group(icon, x=x, y=y)


def icon_target():
    return circle(0, 0, 25, KAPOK) + circle(0, 0, 17, CREAM) + circle(0, 0, 9, KAPOK) + stroke("M2 -2 L24 -24", INK, 4) + path("M18 -28 L30 -18 L22 -14 L14 -20 Z", LEAF_DARK)


def icon_pupils():
    def one(x, y, s, shirt):
        return group(path("M-16 24 C-16 4 -10 0 0 0 S16 4 16 24 Z", shirt), circle(0, -10, 11.5, INK), ellipse(0, -7, 8.5, 9, SKIN), x=x, y=y, scale=s)

    return one(-17, 0, .9, INDIGO) + one(17, 0, .9, LEAF) + one(0, 5, 1.05, KAPOK)


def icon_book():
    return group(
        path("M-28 -18 C-16 -24 -6 -22 0 -16 V22 C-6 16 -16 14 -28 18 Z", "#F8EBD0", stroke=LEAF_DARK, stroke_width=4, stroke_linejoin="round"),
        path("M28 -18 C16 -24 6 -22 0 -16 V22 C6 16 16 14 28 18 Z", "#F8EBD0", stroke=LEAF_DARK, stroke_width=4, stroke_linejoin="round"),
        stroke("M-20 -8 L-8 -7 M-20 2 L-8 3 M20 -8 L8 -7 M20 2 L8 3", LEAF, 3.5),
    )


def icon_clock():
    return circle(0, 0, 27, INDIGO) + circle(0, 0, 20, CREAM) + path("M0 0 L0 -20 A20 20 0 0 1 16 12 Z", SUN, opacity=.75) + stroke("M0 0 V-13 M0 0 L9 7", INK, 4)


def icon_form():
    return rect(-20, -26, 40, 52, "#F8EBD0", rx=4, stroke=INDIGO, stroke_width=4) + rect(-12, -17, 24, 8, KAPOK_SOFT, rx=2) + stroke("M-12 0 H12 M-12 9 H12 M-12 18 H4", INDIGO, 3.5)


def five_parts():
    """An open hand: five fingers, five parts of a request."""
    tips = [(262, 292), (372, 122), (480, 84), (588, 122), (694, 252)]
    fingers = stroke("M398 400 C352 392 322 362 300 334", SKIN, 52)
    fingers += stroke("M432 360 L394 208", SKIN, 50) + stroke("M478 350 L480 178", SKIN, 52) + stroke("M526 358 L566 208", SKIN, 50) + stroke("M556 390 L650 318", SKIN, 44)
    nails = ""
    palm = path("M406 352 C420 320 548 322 562 352 C580 400 566 470 530 500 H438 C402 470 392 400 406 352 Z", SKIN)
    creases = stroke("M432 410 C462 392 500 392 536 402 M436 440 C470 424 500 436 520 460", SKIN_SHADE, 4)
    sleeve = path("M420 486 H546 L570 580 H396 Z", INDIGO) + path("M414 508 H554 M410 526 H558", stroke=KAPOK, stroke_width=6, stroke_dasharray="10 7") + rect(416, 482, 134, 10, INDIGO_DARK, rx=5)
    icons = [icon_target(), icon_pupils(), icon_book(), icon_clock(), icon_form()]
    return svg(
        rect(0, 0, W, H, "#FAEDCF"),
        circle(842, 92, 46, SUN, opacity=.9),
        hills(500, "#F0DDB0", "#E3CD9A"),
        field(488, "#C9D3A3", 14),
        field(512, "#A9C096", 10),
        fingers, palm, creases, sleeve,
        *[medallion(x, y, icon) for (x, y), icon in zip(tips, icons)],
    )


def festival():
    """The spring festival: the ring on its pole, a thrown ball with its tassels, people in indigo."""

    def guest(x, y, size, raised=False, scarf="#F3EFE2", woman=True):
        hand = stroke("M20 34 C34 10 40 -8 44 -26", INDIGO, 17) + circle(46, -34, 8.5, SKIN) if raised else stroke("M24 34 C34 54 34 70 28 88", INDIGO, 16)
        head = circle(0, -22, 23, INK) + ellipse(0, -17, 18, 19, SKIN)
        if woman:
            head += path("M-25 -22 C-22 -50 22 -50 25 -22 C12 -32 -12 -32 -25 -22 Z", INDIGO_DARK) + path("M-22 -28 C-8 -36 8 -36 22 -28", stroke=scarf, stroke_width=3)
        else:
            head += path("M-22 -20 C-20 -48 20 -48 22 -20 C10 -28 -10 -28 -22 -20 Z", INK)
        smile = path("M-6 -8 C-2 -4 3 -4 7 -8", stroke="#A8553F", stroke_width=2.5, stroke_linecap="round")
        return group(
            ellipse(-15, 152, 13, 6, INK), ellipse(15, 152, 13, 6, INK),
            path("M-40 150 C-38 60 -34 14 -18 4 C-8 -2 8 -2 18 4 C34 14 38 60 40 150 Z", INDIGO),
            path("M-38 118 H38 M-38 130 H38", stroke=KAPOK if woman else SUN, stroke_width=4, stroke_dasharray="7 5"),
            path("M-9 0 L0 14 L9 0 Z", SKIN_SHADE), head, circle(-7, -16, 2.4, INK), circle(7, -16, 2.4, INK), smile,
            hand, stroke("M-24 34 C-34 54 -34 70 -28 88", INDIGO, 16), circle(-27, 97, 8, SKIN), "" if raised else circle(27, 97, 8, SKIN),
            x=x, y=y, scale=size,
        )

    pole = stroke("M560 470 C556 330 562 180 574 66", "#B08B4F", 10) + stroke("M574 66 C590 44 606 40 622 46", "#B08B4F", 6)
    hoop = circle(574, 84, 40, "none", stroke=KAPOK, stroke_width=8) + circle(574, 84, 33, "#F6D98F") + circle(574, 84, 14, KAPOK)
    pennants = "".join(path(f"M{566 - i} {150 + i * 44} l34 10 l-33 14 Z", colour) for i, colour in enumerate((SUN, KAPOK, LEAF_DARK)))

    def ball(x, y, turn, size=1.0):
        tassels = "".join(stroke(f"M{-8 + i * 8} 14 C{-14 + i * 10} 34 {-6 + i * 4} 44 {-14 + i * 12} 62", c, 5) for i, c in enumerate((KAPOK, SUN, LEAF_DARK)))
        return group(tassels, circle(0, 0, 18, KAPOK), path("M0 -18 A18 18 0 0 1 0 18 C8 6 8 -6 0 -18 Z", SUN), path("M0 -18 A18 18 0 0 0 0 18 C-8 6 -8 -6 0 -18 Z", INDIGO), x=x, y=y, rotate=turn, scale=size)

    trail = path("M300 300 C350 190 420 120 492 96", stroke=CREAM, stroke_width=5, stroke_dasharray="2 16", stroke_linecap="round")
    furrows = "".join(stroke(f"M{-40 + i * 10} {472 + i * 16} C{240} {456 + i * 17} {620} {488 + i * 15} {1000} {464 + i * 17}", "#9A7B4C", 4, opacity=.45) for i in range(4))
    return svg(
        rect(0, 0, W, H, "#DDEBF0"),
        circle(150, 96, 44, SUN, opacity=.95),
        hills(420, "#BBD6CB", "#8DBBA2", shift=-30),
        field(404, "#A9CB8F", 14),
        stilt_house(110, 424, .62), stilt_house(800, 416, .5),
        field(436, "#C7A56B", 10), furrows,
        kapok_tree(876, 452, .92),
        pole, pennants, hoop, trail, ball(498, 96, 62),
        guest(170, 372, .82, scarf=KAPOK_SOFT), guest(252, 360, 1.0, raised=True, woman=False), guest(350, 388, .84),
        guest(676, 372, .9, scarf=SUN), guest(748, 388, .82, woman=False), guest(430, 410, .72, scarf="#F3EFE2"),
    )


def request_card(x, y, lines, accents, flower=False, size=1.0):
    body = rect(4, 6, 128, 30 + lines * 22, "#000000", rx=9, opacity=.12) + rect(0, 0, 128, 30 + lines * 22, CREAM, rx=9)
    widths = [100, 84, 96, 70, 92]
    for i in range(lines):
        body += rect(14, 18 + i * 22, widths[i], 8, accents[i], rx=4)
    if flower:
        body += kapok_flower(120, 6, 26)
    return group(body, x=x, y=y, scale=size)


def terraces():
    """Terraced fields: each step a little higher, each card a little fuller."""
    steps = [
        (470, "#D8BE7C", "#B99854"), (392, "#C9CB7C", "#A3A654"), (312, "#A5C47F", "#7EA45C"), (226, "#7FB57F", "#5B945F"),
    ]
    land = ""
    for index in range(3, -1, -1):
        y, top, side = steps[index]
        left = 60 + index * 206
        land += path(f"M{left - 150} {H + 20} L{left - 40} {y + 26} C{left} {y - 6} {left + 60} {y - 10} {left + 150} {y} C{left + 320} {y + 16} {W - 80} {y - 24} {W + 30} {y - 6} V{H + 20} Z", side)
        land += path(f"M{left - 40} {y + 26} C{left} {y - 6} {left + 60} {y - 10} {left + 150} {y} C{left + 320} {y + 16} {W - 80} {y - 24} {W + 30} {y - 6} V{y + 18} C{W - 120} {y + 4} {left + 330} {y + 44} {left + 160} {y + 28} C{left + 80} {y + 20} {left} {y + 22} {left - 40} {y + 26} Z", top)
        tufts = "".join(f"M{left + 16 + i * 44} {y + 14 + (i % 3) * 3} l-3 -11 M{left + 16 + i * 44} {y + 14 + (i % 3) * 3} l3 -11 " for i in range(int((W - left) / 44)))
        land += stroke(tufts, side, 2.6)
    grey, gold, green, red, blue = LINE, SUN, LEAF, KAPOK_SOFT, "#7F95BC"
    cards = [
        request_card(44, 384, 1, [grey]),
        request_card(258, 286, 2, [red, gold], size=1),
        request_card(470, 184, 3, [red, gold, green], size=1),
        request_card(690, 42, 5, [red, gold, green, blue, red], True, 1.06),
    ]
    path_dots = path("M182 438 C216 428 226 402 250 366 M398 346 C430 334 440 306 462 268 M610 250 C642 236 652 206 682 172", stroke=CREAM, stroke_width=6, stroke_dasharray="1 14", stroke_linecap="round")
    bird = stroke("M330 96 q12 -12 22 0 q10 -12 22 0 M404 130 q9 -9 17 0 q8 -9 17 0", INK, 3.4)
    return svg(
        rect(0, 0, W, H, "#E2EEDF"), circle(150, 104, 46, SUN, opacity=.95), hills(420, "#CBE0CB", "#A9CDB0", shift=-60), bird, land, path_dots, *cards,
    )


def plan_page(ring_amount=0.0, fixed=0.0):
    """The AI's plan: a kettle whose label points at the white mist; once `fixed`, at the clear gap."""
    wrong = group(stroke("M206 70 L192 96", INK, 4), path("M187 106 L188 91 L200 97 Z", INK), rect(176, 54, 56, 16, "#F6D98F", rx=4), opacity=1 - fixed)
    good = group(stroke("M184 214 L154 190", LEAF_DARK, 4), path("M146 184 L161 187 L152 198 Z", LEAF_DARK), rect(178, 210, 56, 16, "#BFE0CB", rx=4), opacity=fixed)
    return "".join((
        rect(20, 20, 120, 12, INDIGO, rx=6), text_lines(20, 44, [96], 18),
        kettle(70, 226, .8, "#DDE3E7", gap=fixed > .5, outline=INK, puff="#C9D6DE"), wrong, good,
        text_lines(22, 254, [206, 190, 150], 18), ring(178, 148, 62, 52, ring_amount),
    ))


def book_left():
    return rect(28, 28, 108, 12, LEAF_DARK, rx=6) + text_lines(28, 58, [168, 152, 170, 120], 18) + rect(28, 138, 166, 4, "#EADFCB", rx=2) + text_lines(28, 156, [160, 168, 130, 164, 90], 18)


def book_right(glow=0.0):
    halo = ellipse(134, 172, 24, 20, "#F6D98F", opacity=round(glow, 3)) if glow > 0 else ""
    return group(halo, kettle(60, 218, .86, "#DDE3E7", outline=INK, puff="#C9D6DE"), stroke("M176 200 L150 186", LEAF_DARK, 4), path("M143 182 L157 180 L153 194 Z", LEAF_DARK), rect(172, 200, 38, 14, "#BFE0CB", rx=4)) + text_lines(26, 250, [180, 160, 90], 18)


def checking():
    """On the desk: the textbook, the plan with one ring of red pencil, a magnifying glass."""
    return svg(
        rect(0, 0, W, H, "#B98F5E"),
        "".join(stroke(f"M-10 {60 + i * 92} C260 {48 + i * 92} 620 {76 + i * 92} 980 {58 + i * 92}", "#A97F4F", 4) for i in range(6)),
        group(open_book(0, 0, 450, 320, book_left(), book_right(.8)), x=46, y=116, rotate=-3),
        sheet(590, 84, 270, 350, group(plan_page(1.0), x=16, y=20), rotate=4),
        magnifier(412, 276, 1.12),
        pencil(838, 292, 62),
        group(ellipse(0, 0, 46, 46, "#E8DCC6"), ellipse(0, 0, 36, 36, "#7A4B2A"), ellipse(-8, -8, 14, 9, "#93623C"), stroke("M44 -10 C70 -16 70 22 42 18", "#E8DCC6", 10), x=520, y=468),
        kapok_flower(86, 486, 30), kapok_flower(140, 506, 22),
    )


def groups():
    """One classroom, three tables, the same square cake shared in three ways."""

    def table(x, y, w, *on):
        return ellipse(x, y + 78, w * .56, 16, "#000000", opacity=.08) + rect(x - w / 2 + 18, y + 10, 14, 76, "#8F7048") + rect(x + w / 2 - 32, y + 10, 14, 76, "#8F7048") + path(f"M{x - w / 2 + 20} {y - 34} H{x + w / 2 - 20} L{x + w / 2} {y + 14} H{x - w / 2} Z", "#C9A06B") + rect(x - w / 2, y + 10, w, 12, "#A9855A", rx=4) + "".join(on)

    board = blackboard(330, 34, 300, 150, square_cake(104, 30, 90, 4, (0, 1, 2)))
    fold = path("M-44 0 L-8 -26 L36 -22 L2 6 Z", "#DCE9C2") + path("M-44 0 L-8 -26 L-4 -2 Z", "#B9D19A")
    strip = group(path("M-70 6 L-58 -16 H58 L70 6 Z", CREAM), path("M-58 -16 H-29 L-35 6 H-70 Z", KAPOK_SOFT), path("M-29 -16 H0 V6 H-35 Z", KAPOK_SOFT), stroke("M-29 -16 L-35 6 M0 -16 V6 M29 -16 L35 6", LEAF_DARK, 3))
    two = group(path("M-66 4 L-56 -18 H-10 L-12 4 Z", "#DCE9C2"), path("M-61 -7 L-56 -18 H-10 L-11 -7 Z", KAPOK_SOFT), path("M10 -18 H56 L66 4 H12 Z", "#DCE9C2"), path("M11 -7 H61 L66 4 H12 Z", KAPOK_SOFT), stroke("M-61 -7 H-11 M11 -7 H61 M-33 -18 L-36 4 M33 -18 L36 4", LEAF_DARK, 3))
    crouch = group(teacher(0, 0, .8, right=("M54 34 C80 70 60 110 20 122", (14, 122)), left=("M-48 34 C-74 60 -86 84 -96 104", (-104, 114)), tilt=-6, legs=True), x=318, y=238)
    return svg(
        room(floor_y=330), window(62, 48, 150, 168), window(748, 48, 150, 168), board,
        rect(668, 86, 46, 60, CREAM, rx=3), kapok_flower(691, 112, 17), rect(250, 86, 46, 60, CREAM, rx=3), circle(273, 116, 14, LEAF),
        crouch,
        pupil_front(112, 296, .86, girl=True, look=4), pupil_front(214, 300, .86, "#3A2A20", look=-3),
        table(162, 396, 262, group(fold, x=110, y=392), group(square_flat(), x=214, y=388)),
        pupil_front(446, 318, .82, "#3A2A20", look=3), pupil_front(546, 318, .82, girl=True, look=-3),
        table(498, 414, 250, group(strip, x=498, y=402)),
        pupil_front(752, 298, .86, look=4), pupil_front(852, 300, .86, girl=True, look=-4),
        table(802, 396, 262, group(two, x=802, y=388)),
        pupil_back(444, 496, .8, bun=True), pupil_back(652, 494, .8, plait=True, hair="#332620"),
    )


def square_flat():
    """The cake seen lying on a table, cut in four, three parts taken."""
    return group(path("M-44 6 L-30 -22 H30 L44 6 Z", "#DCE9C2"), path("M-37 -8 L-30 -22 H30 L37 -8 Z", KAPOK_SOFT), path("M-44 6 L-37 -8 H0 V6 Z", KAPOK_SOFT), stroke("M-37 -8 H37 M0 -22 V6 M-44 6 L-30 -22 H30 L44 6 Z", LEAF_DARK, 3))


def listening():
    """Pupils listen to a loudspeaker on the teacher's table."""
    speaker = group(
        rect(-52, -92, 104, 92, INDIGO_DARK, rx=12), circle(0, -42, 32, "#4A6699"), circle(0, -42, 20, INDIGO_DARK), circle(0, -42, 8, "#9CB3DA"), circle(-34, -80, 5, SUN),
        x=480, y=300,
    )
    waves = "".join(stroke(f"M{480 + side * (76 + i * 34)} {258 - 30 - i * 14} C{480 + side * (92 + i * 42)} {258 - 12} {480 + side * (92 + i * 42)} {258 + 12} {480 + side * (76 + i * 34)} {258 + 30 + i * 14}", c, 8) for side in (-1, 1) for i, c in enumerate((KAPOK, SUN, "#D9C08A")))
    tall = group(stroke("M0 0 C-2 -60 2 -90 4 -128", "#B08B4F", 5), circle(4, -138, 13, "none", stroke=KAPOK, stroke_width=4))
    return svg(
        room(floor_y=340), window(70, 52, 190, 190, extra=circle(150, 42, 17, SUN)), window(700, 52, 190, 190, extra=group(tall, x=50, y=150)),
        rect(330, 66, 300, 108, WOOD_DARK, rx=8), rect(340, 76, 280, 88, BOARD, rx=3),
        *[group(circle(0, 0, 15, c), path("M-15 0 A15 15 0 0 1 15 0 Z", CREAM, opacity=.35), x=384 + i * 48, y=120) for i, c in enumerate((INK, KAPOK, SUN, "#8A6BA8", CREAM))],
        desk(360, 298, 240, legs=90), speaker, waves,
        *[pupil_back(x, y, s, hair=h, bun=b, plait=p) for x, y, s, h, b, p in (
            (90, 440, 1.0, "#2B211C", False, True), (236, 430, 1.0, "#332620", False, False), (386, 446, 1.0, "#2B211C", True, False),
            (560, 446, 1.0, "#332620", False, False), (716, 430, 1.0, "#2B211C", False, True), (866, 440, 1.0, "#332620", False, False))],
    )


def evening(blink=0.0, glow=1.0, tilt=0.0, mouth="smile", show_book=1.0, show_plan=1.0, reach=0.0):
    """The teacher at her desk in the evening, textbook and plan before her."""
    sky = circle(126, 46, 20, "#F6E7BE") + "".join(circle(x, y, 2, "#F6E7BE") for x, y in ((30, 30), (66, 62), (92, 22), (150, 92), (40, 96)))
    book = group(path("M-96 30 L-70 -14 C-40 -24 -16 -20 0 -10 L0 36 C-26 24 -60 22 -96 30 Z", CREAM), path("M96 30 L70 -14 C40 -24 16 -20 0 -10 L0 36 C26 24 60 22 96 30 Z", "#F3E9D6"), stroke("M-72 4 L-20 0 M-78 16 L-18 12 M20 0 L72 4 M18 12 L78 16", LINE, 4), x=400, y=402, opacity=show_book)
    plan = group(path("M-60 30 L-42 -16 H46 L64 30 Z", CREAM), stroke("M-36 -4 H40 M-42 8 H46 M-48 20 H20", LINE, 4), x=600, y=400, opacity=show_plan)
    return "".join((
        room(wall="#E4D3BC", floor="#A9855A", floor_y=470),
        window(80, 60, 200, 210, sky="#2E4468", far="#3E5F6E", near="#2F4F54", extra=sky),
        rect(690, 150, 200, 16, WOOD_DARK, rx=3), *[rect(704 + i * 24, 150 - h, 18, h, c, rx=2) for i, (h, c) in enumerate(((44, KAPOK), (52, LEAF_DARK), (40, SUN), (50, INDIGO), (46, "#8A6BA8"), (38, LEAF)))],
        group(kapok_flower(0, -40, 20), kapok_flower(16, -24, 15), stroke("M0 0 L0 -30 M4 -4 L14 -18", "#7A5C42", 4), path("M-14 0 L-10 22 H14 L18 0 Z", "#7F95BC"), x=862, y=128),
        teacher(490, 222, 1.1, left=None, right=None, blink=blink, tilt=tilt, mouth=mouth),
        rect(-20, 380, W + 40, 180, "#B98F5E"), rect(-20, 380, W + 40, 12, "#CDA574"),
        lamp(830, 424, glow), book, plan,
        group(tablet(0, 0, 124, 78), rotate=-6, x=150, y=402),
        group(limb(("M-50 34 C-92 84 -98 128 -62 170", (-50, 180))), limb((f"M54 34 C96 84 104 128 {72 - reach * 20:.1f} {172 - reach * 8:.1f}", (60 - reach * 26, 182 - reach * 8))), x=490, y=222, scale=1.1),
        pencil(540 - reach * 30, 436 - reach * 8, 40, SUN),
    ))


def poster():
    return svg(evening())


def cards():
    """Three task cards, three helps, one goal above them."""
    def card(x, y, fill, *parts):
        return sheet(x, y, 220, 250, rect(0, 0, 220, 16, fill, rx=6), *parts)

    goal = group(rect(-110, -46, 220, 92, BOARD, rx=10), square_cake(-30, -34, 66, 4, (0, 1, 2)), x=480, y=92)
    arrows = stroke("M420 146 C320 170 240 180 180 204 M480 146 V204 M540 146 C640 170 720 180 780 204", "#B99A6E", 6, stroke_dasharray="2 14")
    fold = group(path("M0 0 H70 V70 H0 Z", "#DCE9C2"), path("M0 0 H70 L0 70 Z", "#B9D19A"), stroke("M70 0 L0 70", LEAF_DARK, 3, stroke_dasharray="6 8"), x=128, y=48)
    return svg(
        rect(0, 0, W, H, "#F3E7D1"), hills(540, "#E9DCBD", "#DFD0AB", shift=-20), goal, arrows,
        card(70, 214, KAPOK, square_cake(24, 44, 78, 4, (0, 1, 2)), fold, text_lines(24, 150, [150, 120], 20), rect(24, 198, 50, 30, "#F6D98F", rx=5), rect(84, 198, 50, 30, "#BFE0CB", rx=5), rect(144, 198, 50, 30, "#D5DDEB", rx=5)),
        card(370, 214, SUN, square_cake(24, 44, 78, 4), square_cake(124, 44, 78, 4, (0,)), text_lines(24, 150, [172, 150, 164, 90], 20)),
        card(670, 214, INDIGO, square_cake(24, 44, 78, 4, (0, 1, 2)), square_cake(124, 44, 78, 8, (0, 1, 2)), text_lines(24, 150, [172, 164, 150, 172], 20)),
    )


def keep_out():
    """A request on a tablet; a wicker basket beside it keeps the private things."""
    basket = group(path("M-110 0 C-104 70 -92 112 -80 130 H80 C92 112 104 70 110 0 Z", "#C79A5B"), "".join(stroke(f"M{-106 + r * 4} {18 + r * 24} H{106 - r * 4}", "#A97C42", 5) for r in range(5)), "".join(stroke(f"M{-88 + i * 29} 2 L{-68 + i * 22} 128", "#B58A4E", 5) for i in range(7)), ellipse(0, 0, 112, 16, "#8F6633"), x=250, y=340)
    idcard = group(rect(-46, -32, 92, 64, CREAM, rx=6, stroke="#7F95BC", stroke_width=4), circle(-22, -6, 11, INK), ellipse(-22, -3, 8, 9, SKIN), path("M-38 22 C-38 8 -6 8 -6 22 Z", INDIGO), text_lines(4, -14, [32, 26, 30], 12), rotate=-14, x=176, y=292)
    photo = group(rect(-40, -46, 80, 92, CREAM, rx=3), rect(-32, -38, 64, 60, "#CFE3EA"), group(circle(0, 0, 15, INK), ellipse(0, 3, 11, 12, SKIN), path("M-22 32 C-22 16 22 16 22 32 Z", KAPOK), x=0, y=-10), rotate=10, x=258, y=268)
    marks = group(rect(-36, -44, 72, 88, CREAM, rx=4), text_lines(-26, -30, [30, 36, 28, 34], 16), *[circle(22, -27 + i * 16, 5, c) for i, c in enumerate((KAPOK, SUN, LEAF, SUN))], rotate=18, x=334, y=296)
    front = group(path("M-110 0 C-104 70 -92 112 -80 130 H80 C92 112 104 70 110 0 C60 18 -60 18 -110 0 Z", "#C79A5B"), "".join(stroke(f"M{-104 + r * 5} {26 + r * 23} C-40 {34 + r * 23} 40 {34 + r * 23} {104 - r * 5} {26 + r * 23}", "#A97C42", 5) for r in range(5)), x=250, y=340)
    shield = group(path("M0 -70 L-54 -50 V-8 C-54 28 -30 52 0 66 C30 52 54 28 54 -8 V-50 Z", CREAM), path("M0 -58 L-43 -42 V-8 C-43 20 -24 42 0 54 Z", HILL_FAR), circle(0, -14, 13, LEAF_DARK), stroke("M0 -8 V18", LEAF_DARK, 11), x=480, y=190)
    screen = tablet(566, 190, 300, 220, "#F8F4EC", group(rect(32, 40, 120, 12, INDIGO, rx=6), text_lines(32, 72, [220, 190, 214, 150], 22), rect(32, 166, 90, 26, KAPOK, rx=13)))
    return svg(
        rect(0, 0, W, H, SKY), circle(842, 84, 42, SUN, opacity=.95), hills(440, shift=-40), field(420, HILL_NEAR, 12),
        rect(-20, 456, W + 40, 110, "#B98F5E"), rect(-20, 456, W + 40, 10, "#CDA574"),
        basket, idcard, photo, marks, front, shield, screen, path("M600 410 H832 L866 462 H566 Z", "#4A3D34"), stroke("M614 424 H818 M604 438 H828", "#7A6A5C", 5, stroke_dasharray="14 9"), rect(556, 460, 320, 12, INK, rx=6),
    )


DRAWINGS = {
    "five-parts": five_parts, "festival": festival, "terraces": terraces, "checking": checking, "groups": groups,
    "listening": listening, "check-poster": poster, "cards": cards, "keep-out": keep_out,
}


def main():
    folder = pathlib.Path(sys.argv[1])
    for name in sys.argv[2:] or DRAWINGS:
        (folder / f"{name}.svg").write_text(DRAWINGS[name](), encoding="utf-8")


if __name__ == "__main__":
    main()
