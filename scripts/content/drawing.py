# SPDX-License-Identifier: Apache-2.0
"""Shapes of which the course drawings and the video are made.

Every function returns a string of SVG Tiny 1.2 elements (shapes, paths, transforms, opacity; nothing that
Qt Svg leaves out, and no text). The canvas is W x H units. Colours follow the palette of the app.
"""

W, H = 960, 540

INK, CREAM, WALL, WOOD, WOOD_DARK = "#2B211C", "#FFFDF9", "#F3E7D1", "#C9AE86", "#8A6B47"
INDIGO, INDIGO_DARK, KAPOK, KAPOK_SOFT = "#34507F", "#22365A", "#C4331F", "#E27A63"
SKIN, SKIN_SHADE, LEAF, LEAF_DARK = "#F0C29E", "#E2AC84", "#6E9E83", "#2F7052"
HILL_FAR, HILL_MID, HILL_NEAR, SUN, SKY = "#BFD9C0", "#8FBB9A", "#5E9576", "#E3A62B", "#E2EEDF"
BOARD, CHALK, SHIRT, WATER, LINE = "#2E584A", "#F3EFE2", "#E8E2D6", "#9CC3D9", "#D9CBB4"


def attrs(values):
    return "".join(
        f' {key.rstrip("_").replace("_", "-")}="{round(value, 2) if isinstance(value, float) else value}"'
        for key, value in values.items()
        if value is not None
    )


def rect(x, y, w, h, fill, rx=None, **more):
    return f"<rect{attrs(dict(x=x, y=y, width=w, height=h, fill=fill, rx=rx, **more))}/>"


def circle(x, y, r, fill, **more):
    return f"<circle{attrs(dict(cx=x, cy=y, r=r, fill=fill, **more))}/>"


def ellipse(x, y, rx, ry, fill, **more):
    return f"<ellipse{attrs(dict(cx=x, cy=y, rx=rx, ry=ry, fill=fill, **more))}/>"


def path(d, fill="none", **more):
    return f"<path{attrs(dict(d=d, fill=fill, **more))}/>"


def stroke(d, colour, width, **more):
    return path(d, stroke=colour, stroke_width=width, stroke_linecap="round", stroke_linejoin="round", **more)


def group(*parts, x=0, y=0, scale=1, rotate=0, opacity=None, flip=False):
    """Parts moved to (x, y), turned and scaled about their own origin."""
    if opacity is not None and opacity <= 0:
        return ""
    sx = -scale if flip else scale
    moves = f"translate({x:.2f} {y:.2f})"
    if rotate:
        moves += f" rotate({rotate:.2f})"
    if scale != 1 or flip:
        moves += f" scale({sx:.4f} {scale:.4f})"
    shown = f' opacity="{opacity:.3f}"' if opacity is not None and opacity < 1 else ""
    return f'<g transform="{moves}"{shown}>{"".join(parts)}</g>'


def svg(*parts, width=W, height=H):
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        + "".join(parts)
        + "</svg>\n"
    )


# ---- land ------------------------------------------------------------------------------------------------


def peak(x, base, half, height, fill):
    """One karst tower, standing on `base`."""
    top = base - height
    return path(
        f"M{x - half * 1.5:.1f} {base} C{x - half:.1f} {base - height * .08:.1f} {x - half:.1f} {top:.1f} {x:.1f} {top:.1f} "
        f"C{x + half:.1f} {top:.1f} {x + half * .8:.1f} {base - height * .08:.1f} {x + half * 1.5:.1f} {base} Z",
        fill,
    )


def hills(base, far=HILL_FAR, mid=HILL_MID, width=W, shift=0.0):
    """Two rows of karst towers across the picture; `shift` moves the rows at different speeds."""
    back = [(-20, 62, 190), (95, 70, 250), (205, 58, 165), (330, 74, 285), (455, 60, 200), (560, 70, 250), (690, 64, 180), (800, 78, 300), (930, 64, 210), (1050, 70, 260)]
    front = [(30, 56, 110), (160, 62, 150), (395, 56, 120), (620, 66, 165), (745, 52, 105), (880, 66, 150), (1010, 60, 120)]
    out = [peak(x + shift * .4, base, half, height, far) for x, half, height in back]
    out += [peak(x + shift, base, half, height, mid) for x, half, height in front]
    return "".join(out)


def field(y, fill, wave=12, width=W, height=H):
    return path(
        f"M-20 {y} C{width * .18:.0f} {y - wave} {width * .3:.0f} {y + wave} {width * .5:.0f} {y} "
        f"C{width * .7:.0f} {y - wave} {width * .82:.0f} {y + wave} {width + 20} {y - wave * .4:.1f} L{width + 20} {height + 20} L-20 {height + 20} Z",
        fill,
    )


def kapok_flower(x, y, size, petal=KAPOK, heart=SUN):
    """The five-petal blossom."""
    petals = "".join(
        group(path("M0 0 C-10 -6 -11 -22 0 -27 C11 -22 10 -6 0 0 Z", petal), rotate=72 * turn) for turn in range(5)
    )
    return group(petals, circle(0, 0, 5.5, heart), x=x, y=y, scale=size / 27)


def kapok_tree(x, base, size=1.0):
    crown = [(-92, -196), (-62, -238), (-22, -212), (20, -262), (58, -226), (96, -200), (70, -170), (-50, -172), (6, -188), (118, -236), (-112, -232)]
    boughs = stroke("M0 0 C-4 -60 2 -110 0 -180 M0 -110 C-30 -140 -70 -150 -92 -196 M0 -130 C30 -160 70 -160 96 -200 M0 -160 C-8 -190 -50 -200 -62 -238 M0 -165 C14 -200 14 -226 20 -262 M60 -172 C90 -190 104 -210 118 -236 M-60 -164 C-90 -180 -104 -200 -112 -232", "#7A5C42", 12)
    flowers = "".join(kapok_flower(fx, fy, 21 if i % 2 else 25) for i, (fx, fy) in enumerate(crown))
    return group(boughs, flowers, x=x, y=base, scale=size)


def stilt_house(x, base, size=1.0):
    """A house on stilts, the main room and the stair."""
    posts = "".join(rect(px, -46, 8, 46, WOOD_DARK) for px in (-84, -44, 0, 40, 78))
    return group(
        posts,
        rect(-96, -112, 192, 68, "#D9BE93"),
        rect(-96, -52, 192, 10, WOOD_DARK),
        rect(-66, -98, 34, 32, "#6B5037", rx=2),
        rect(-14, -102, 30, 50, "#6B5037", rx=2),
        rect(38, -98, 34, 32, "#6B5037", rx=2),
        path("M-124 -104 L-74 -172 L74 -172 L124 -104 Z", "#A4553D"),
        path("M-124 -104 L124 -104 L118 -96 L-118 -96 Z", "#8A432E"),
        stroke("M-104 0 L-84 -46 M-88 0 L-68 -46", WOOD_DARK, 5),
        stroke("M-100 -14 L-84 -14 M-95 -26 L-78 -26", WOOD_DARK, 4),
        x=x, y=base, scale=size,
    )


# ---- room ------------------------------------------------------------------------------------------------


def room(wall=WALL, floor=WOOD, floor_y=430):
    return rect(-20, -20, W + 40, H + 40, wall) + rect(-20, floor_y, W + 40, H - floor_y + 40, floor) + rect(-20, floor_y, W + 40, 6, "#B99A6E")


def window(x, y, w=170, h=200, sky="#CFE3EA", far="#9DBFB0", near="#6E9E83", extra=""):
    return group(
        rect(-10, -10, w + 20, h + 20, WOOD_DARK, rx=6),
        rect(0, 0, w, h, sky),
        extra,
        path(f"M0 {h} V{h * .62:.0f} C{w * .14:.0f} {h * .62:.0f} {w * .12:.0f} {h * .3:.0f} {w * .28:.0f} {h * .3:.0f} S{w * .42:.0f} {h * .56:.0f} {w * .52:.0f} {h * .56:.0f} C{w * .6:.0f} {h * .56:.0f} {w * .58:.0f} {h * .16:.0f} {w * .74:.0f} {h * .16:.0f} S{w * .92:.0f} {h * .55:.0f} {w} {h * .58:.0f} V{h} Z", far),
        path(f"M0 {h} V{h * .84:.0f} C{w * .3:.0f} {h * .74:.0f} {w * .6:.0f} {h * .92:.0f} {w} {h * .8:.0f} V{h} Z", near),
        stroke(f"M{w / 2} 0 V{h} M0 {h * .46:.0f} H{w}", WOOD_DARK, 7),
        x=x, y=y,
    )


def blackboard(x, y, w, h, *chalk):
    return group(rect(0, 0, w, h, WOOD_DARK, rx=8), rect(12, 12, w - 24, h - 24, BOARD, rx=3), rect(w * .3, h - 4, w * .4, 10, "#A9855A", rx=3), *chalk, x=x, y=y)


def desk(x, y, w, depth=22, legs=80):
    return rect(x + 14, y + depth, 14, legs, "#8F7048") + rect(x + w - 28, y + depth, 14, legs, "#8F7048") + rect(x, y, w, depth, "#A9855A", rx=6)


def lamp(x, y, glow=1.0):
    """A desk lamp standing on (x, y), shining to the left."""
    return group(
        path("M-150 0 L-46 -118 L-14 -100 L40 0 Z", "#F6D98F", opacity=round(.32 * glow, 3)),
        ellipse(0, 0, 30, 7, INDIGO_DARK),
        stroke("M0 -2 L18 -62 L-22 -112", INDIGO_DARK, 7),
        path("M-58 -108 C-52 -134 -22 -140 -8 -118 L-30 -92 Z", KAPOK),
        x=x, y=y,
    )


# ---- people ----------------------------------------------------------------------------------------------


def brocade(x, y, w, colour=KAPOK, gap=18):
    """Two dashed bands, the woven trim of an indigo jacket."""
    return path(f"M{x} {y} h{w} M{x} {y + gap} h{w}", stroke=colour, stroke_width=5, stroke_dasharray="9 7")


def face(blink=0.0, mouth="smile"):
    """Face of the teacher about its own centre; `blink` 1 closes the eyes."""
    eye = 3.4 * max(.12, 1 - blink)
    lips = {"smile": "M-9 19 C-4 25 5 25 10 19", "think": "M-5 21 C-1 19 4 19 8 21", "talk": "M-8 18 C-3 27 5 27 9 18 Z"}[mouth]
    return (
        path("M-36 34 C-50 -32 -32 -68 2 -68 S54 -32 38 34 C28 50 -26 50 -36 34 Z", INK)
        + ellipse(1, 0, 31, 38, SKIN)
        + path("M-32 -6 C-28 -38 -14 -50 1 -50 S33 -38 36 -6 C22 -12 14 -22 10 -32 C4 -20 -14 -10 -32 -6 Z", INK)
        + ellipse(-11, 4, 3.2, eye, INK)
        + ellipse(13, 4, 3.2, eye, INK)
        + ellipse(-19, 14, 6, 4, KAPOK_SOFT, opacity=.35)
        + ellipse(21, 14, 6, 4, KAPOK_SOFT, opacity=.35)
        + path(lips, "#A8553F" if mouth == "talk" else "none", stroke="#A8553F", stroke_width=3, stroke_linecap="round")
    )


def arm(points, width=30, hand_at=None):
    """A sleeve along a path and the hand at its end."""
    hand = circle(hand_at[0], hand_at[1], 14.5, SKIN) if hand_at else ""
    return hand + stroke(points, INDIGO, width)


LEFT_DOWN = ("M-48 34 C-70 66 -78 120 -66 168", (-64, 184))
RIGHT_DOWN = ("M54 34 C74 66 80 120 68 168", (66, 184))


def limb(shape):
    """An arm from (path, hand); nothing for None (the caller draws it later, over what lies between)."""
    return arm(shape[0], 30, shape[1]) if shape else ""


def teacher(x, y, size=1.0, left=LEFT_DOWN, right=RIGHT_DOWN, blink=0.0, mouth="smile", tilt=0.0, legs=False):
    """Ms Lan; (x, y) is the base of her neck. `left` and `right` are arms as (path, hand)."""
    trousers = path("M-60 200 H60 L52 356 H8 L0 240 L-8 356 H-52 Z", INK) + ellipse(-34, 358, 26, 9, "#5A4334") + ellipse(34, 358, 26, 9, "#5A4334") if legs else ""
    return group(
        limb(right),
        trousers,
        path("M-66 220 C-74 110 -72 40 -44 14 C-22 -4 26 -4 48 14 C76 40 74 110 66 220 Z", INDIGO),
        path("M-16 -10 h32 v24 l-16 16 l-16 -16 Z", SKIN_SHADE),
        path("M-22 0 l22 36 l22 -36 l9 6 l-31 48 l-31 -48 Z", INDIGO_DARK),
        stroke("M0 42 V220", INDIGO_DARK, 3),
        brocade(-67, 150, 134),
        group(face(blink, mouth), x=-1, y=-42, rotate=tilt),
        limb(left),
        x=x, y=y, scale=size,
    )


def pupil_back(x, y, size=1.0, hair="#2B211C", bun=False, raised=0.0, plait=False):
    """A pupil seen from behind: white shirt, red scarf; `raised` 0 to 1 lifts the right hand."""
    hand = ""
    if raised > 0:
        top = 60 - 100 * raised
        hand = circle(58, top - 12, 11, SKIN) + stroke(f"M40 78 C50 66 56 {top + 30:.0f} 58 {top:.0f}", SHIRT, 20)
    extra = circle(0, -36, 13, hair) if bun else ""
    if plait:
        extra = stroke("M-24 10 C-34 24 -32 36 -36 48 M24 10 C34 24 32 36 36 48", hair, 11)
    return group(
        hand,
        path("M-48 120 C-48 46 -32 28 0 28 S48 46 48 120 Z", SHIRT),
        circle(0, 0, 36, hair),
        extra,
        path("M-26 38 C-10 48 10 48 26 38 L20 52 C8 58 -8 58 -20 52 Z", KAPOK),
        x=x, y=y, scale=size,
    )


def pupil_front(x, y, size=1.0, hair="#2B211C", girl=False, shirt=SHIRT, look=0.0, mouth="smile", skin=SKIN):
    """A pupil seen from the front, chest at y; `look` moves the eyes sideways and down."""
    tails = stroke("M-30 4 C-44 12 -42 28 -46 40 M30 4 C44 12 42 28 46 40", hair, 11) if girl else ""
    lips = path("M-7 15 C-3 20 4 20 8 15", stroke="#A8553F", stroke_width=2.6, stroke_linecap="round") if mouth == "smile" else ellipse(0, 17, 4, 5, "#A8553F")
    return group(
        path("M-46 118 C-46 56 -30 38 0 38 S46 56 46 118 Z", shirt),
        path("M-12 26 h24 v16 l-12 9 l-12 -9 Z", SKIN_SHADE),
        path("M-20 40 L0 56 L20 40 L12 36 L0 46 L-12 36 Z", KAPOK),
        path("M-4 54 L4 54 L12 82 L-2 76 Z", KAPOK),
        tails,
        circle(0, -2, 35, hair),
        ellipse(0, 4, 28, 29, skin),
        path("M-30 0 C-26 -26 -12 -34 0 -34 S26 -26 30 0 C16 -4 8 -10 4 -16 C-4 -8 -16 -2 -30 0 Z", hair),
        circle(-10 + look, 6 + abs(look) * .3, 3, INK),
        circle(10 + look, 6 + abs(look) * .3, 3, INK),
        ellipse(-17, 14, 5, 3.4, KAPOK_SOFT, opacity=.35),
        ellipse(17, 14, 5, 3.4, KAPOK_SOFT, opacity=.35),
        lips,
        x=x, y=y, scale=size,
    )


# ---- things ----------------------------------------------------------------------------------------------


def text_lines(x, y, widths, gap=16, colour=LINE, thick=6):
    """Grey bars that stand for writing."""
    return "".join(rect(x, y + i * gap, w, thick, colour, rx=thick / 2) for i, w in enumerate(widths) if w)


def sheet(x, y, w, h, *parts, fill=CREAM, rotate=0, rx=6, opacity=None):
    return group(rect(5, 7, w, h, "#000000", rx=rx, opacity=.1), rect(0, 0, w, h, fill, rx=rx), *parts, x=x, y=y, rotate=rotate, opacity=opacity)


def open_book(x, y, w, h, left="", right="", scale=1.0):
    """An open textbook; `left` and `right` are drawn on its pages (each w/2 wide)."""
    half = w / 2
    return group(
        rect(-10, -6, w + 20, h + 16, LEAF_DARK, rx=8),
        path(f"M0 4 C{half * .4:.0f} -8 {half * .8:.0f} -6 {half} 6 V{h} C{half * .8:.0f} {h - 12} {half * .4:.0f} {h - 12} 0 {h} Z", CREAM),
        path(f"M{w} 4 C{w - half * .4:.0f} -8 {w - half * .8:.0f} -6 {half} 6 V{h} C{w - half * .8:.0f} {h - 12} {w - half * .4:.0f} {h - 12} {w} {h} Z", "#FBF4E6"),
        stroke(f"M{half} 6 V{h}", "#DCCFB8", 3),
        left,
        group(right, x=half, y=0),
        x=x, y=y, scale=scale,
    )


def tablet(x, y, w=150, h=100, screen="#BCD0EF", *parts):
    return group(rect(0, 0, w, h, INK, rx=9), rect(9, 9, w - 18, h - 18, screen, rx=3), *parts, x=x, y=y)


def kettle(x, y, size=1.0, body="#B9C4CC", mist=1.0, gap=True, drift=0.0, outline=None, puff=CREAM):
    """A kettle with its spout to the right. With `gap` the mist starts a little away from the spout."""
    puffs = [(110, -62, 13), (128, -80, 17), (152, -92, 20), (140, -112, 16), (170, -118, 17), (184, -100, 12)]
    if not gap:
        puffs = [(84, -46, 9), (96, -54, 12)] + puffs
    cloud = "".join(circle(px + drift * (i % 3 - 1) * 2, py - drift * 3, r, puff, opacity=round(.92 * mist, 3)) for i, (px, py, r) in enumerate(puffs))
    edge = dict(stroke=outline, stroke_width=3) if outline else {}
    return group(
        path("M-50 0 C-58 -30 -46 -66 0 -66 S58 -30 50 0 Z", body, **edge),
        path("M44 -34 C58 -36 62 -46 74 -52 L80 -44 C72 -34 64 -18 46 -16 Z", body, **edge),
        stroke("M-36 -58 C-40 -104 40 -104 36 -58", outline or WOOD_DARK, 8),
        ellipse(0, -66, 20, 6, outline or WOOD_DARK),
        circle(0, -74, 6, outline or WOOD_DARK),
        cloud,
        x=x, y=y, scale=size,
    )


def ring(x, y, rx, ry, amount, colour=KAPOK, width=6):
    """A pencil ring drawn from 0 to 1 of its way round."""
    if amount <= 0:
        return ""
    import math

    points = []
    steps = max(2, int(48 * amount))
    for i in range(steps + 1):
        turn = -2.0 + 6.7 * amount * i / steps
        grow = 1 + .035 * i / 48
        points.append(f"{x + rx * grow * math.cos(turn):.1f} {y + ry * grow * math.sin(turn):.1f}")
    return stroke("M" + " L".join(points), colour, width)


def pencil(x, y, rotate=0, colour=KAPOK):
    """A pencil whose tip is at (x, y)."""
    return group(
        path("M0 0 L-9 -24 L9 -24 Z", "#F0D9B0"), path("M0 0 L-3.4 -9 L3.4 -9 Z", INK), rect(-9, -120, 18, 97, colour), rect(-9, -134, 18, 16, "#E9C9BF", rx=4), rect(-9, -124, 18, 6, "#9A8A78"),
        x=x, y=y, rotate=rotate,
    )


def tick(x, y, size=1.0, colour=LEAF_DARK, amount=1.0):
    if amount <= 0:
        return ""
    d = "M-14 0 L-4 11" if amount < .5 else "M-14 0 L-4 11 L16 -13"
    return group(circle(0, 0, 25, "#DDEBDF"), stroke(d, colour, 6.5), x=x, y=y, scale=size * min(1, .6 + amount))


def magnifier(x, y, size=1.0, rim=INDIGO_DARK):
    return group(stroke("M36 36 L76 76", WOOD_DARK, 16), circle(0, 0, 50, "#FFFFFF", opacity=.25), circle(0, 0, 50, "none", stroke=rim, stroke_width=11), x=x, y=y, scale=size)


def square_cake(x, y, size=90, parts=4, shaded=(), lines=True):
    """A square cake in a green leaf, cut into 2, 4 or 8 equal parts, some of them taken (red)."""
    cells = {2: (2, 1), 4: (2, 2), 8: (4, 2)}[parts]
    cw, ch = size / cells[0], size / cells[1]
    out = rect(-6, -6, size + 12, size + 12, LEAF_DARK, rx=6) + rect(0, 0, size, size, "#DCE9C2", rx=2)
    for index in shaded:
        out += rect((index % cells[0]) * cw, (index // cells[0]) * ch, cw, ch, KAPOK_SOFT)
    if lines:
        cuts = "".join(f"M{cw * i:.1f} 0 V{size} " for i in range(1, cells[0])) + "".join(f"M0 {ch * i:.1f} H{size} " for i in range(1, cells[1]))
        out += path(cuts, stroke=LEAF_DARK, stroke_width=4)
    return group(out, x=x, y=y)
