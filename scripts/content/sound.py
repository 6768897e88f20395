#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the sound of the course: sound.py melody SECONDS OUT.wav | sound.py listening OUT.wav.

`melody` is a quiet plucked tune on five tones, in the manner of a two-stringed gourd lute. `listening` is the
listening text of lesson 2, spoken by espeak-ng (a machine voice, and the course says so), with every sentence at the
time of SPEECH, so that the captions fit whatever version of espeak-ng is installed.
"""
import array
import math
import random
import subprocess
import sys
import tempfile
import wave

RATE = 22050
TONES = (196.0, 220.0, 261.63, 293.66, 329.63, 392.0, 440.0, 523.25)

# tone number and length in beats; -1 is a rest
TUNE = (
    (2, 1), (3, 1), (5, 2), (4, 1), (3, 1), (2, 2), (0, 1), (1, 1), (2, 2), (3, 2), (-1, 2),
    (5, 1), (6, 1), (5, 1), (4, 1), (3, 2), (4, 1), (3, 1), (2, 1), (1, 1), (0, 2), (-1, 2),
    (2, 1), (4, 1), (5, 2), (7, 1), (6, 1), (5, 2), (3, 1), (4, 1), (3, 1), (1, 1), (2, 4),
)

# start second, words a minute, sentence
FIRST = ((2.4, 195, "The Double Third Festival is a magnificent traditional celebration, during which enthusiastic participants congregate along the riverbanks in order to perform antiphonal melodies."),
         (12.8, 195, "They exchange meticulously embroidered silk balls, and savour glutinous rice that has been tinted with botanical dyes."))
SECOND = ((23.0, 105, "Hello. This is our festival."),
          (28.2, 105, "It is on the fifth day of the third month."),
          (33.6, 105, "We sing by the river."),
          (37.4, 105, "We eat rice in five colours."),
          (42.0, 105, "We throw a silk ball."),
          (46.0, 105, "We are happy. Come and sing with us."))
SPEECH = FIRST + SECOND
LISTENING_SECONDS = 55


def pluck(tone, seconds, chance):
    """One plucked string (Karplus and Strong): a burst of noise going round a delay line that softens it."""
    line = [chance.uniform(-1, 1) for _ in range(int(RATE / tone))]
    for _ in range(3):
        line = [(line[i] + line[i - 1]) / 2 for i in range(len(line))]
    out = array.array("d")
    at = 0
    for _ in range(int(seconds * RATE)):
        after = (at + 1) % len(line)
        out.append(line[at])
        line[at] = .9965 * (.5 * line[at] + .5 * line[after])
        at = after
    return out


def add(track, sound, start, volume):
    first = int(start * RATE)
    for i in range(min(len(sound), len(track) - first)):
        track[first + i] += sound[i] * volume


def melody(seconds, beat=.52, volume=.22):
    """The tune, again and again until `seconds`, fading in and out."""
    chance = random.Random(1411)
    track = array.array("d", bytes(8 * int(seconds * RATE)))
    strings = [pluck(tone, 2.6, chance) for tone in TONES]
    bass = [pluck(tone / 2, 3.2, chance) for tone in TONES[:4]]
    at, count = 0.3, 0
    while at < seconds - 3.5:
        for tone, beats in TUNE:
            if at >= seconds - 3.5:
                break
            if tone >= 0:
                add(track, strings[tone], at, volume)
                if count % 4 == 0:
                    add(track, bass[(0, 2, 3, 0)[count // 4 % 4]], at, volume * .8)
            at += beats * beat
            count += 1
    for i in range(len(track)):
        now = i / RATE
        track[i] *= min(1, now / 1.5, (seconds - now) / 3)
    return track


def spoken(words, sentence, folder, voice="en-gb"):
    """One sentence by espeak-ng, as samples at RATE."""
    name = f"{folder}/sentence.wav"
    subprocess.run(["espeak-ng", "-v", voice, "-s", str(words), "-p", "42", "-g", "3", "-w", name, sentence], check=True)
    with wave.open(name) as file:
        assert file.getframerate() == RATE and file.getnchannels() == 1
        return [value / 32768 for value in array.array("h", file.readframes(file.getnframes()))]


def listening():
    """Both readings, with a few plucked tones before, between and after."""
    chance = random.Random(33)
    track = array.array("d", bytes(8 * LISTENING_SECONDS * RATE))
    strings = [pluck(tone, 2.0, chance) for tone in TONES]
    for start, tones in ((.2, (2, 4, 5)), (20.0, (5, 4, 2, 3)), (51.6, (2, 3, 5))):
        for i, tone in enumerate(tones):
            add(track, strings[tone], start + i * .5, .3)
    with tempfile.TemporaryDirectory() as folder:
        for index, (start, words, sentence) in enumerate(SPEECH):
            voice = spoken(words, sentence, folder)
            ends = SPEECH[index + 1][0] if index + 1 < len(SPEECH) else LISTENING_SECONDS
            if start + len(voice) / RATE > ends:
                sys.exit(f"sound.py: the sentence at {start} s takes {len(voice) / RATE:.1f} s and runs into the next one; move the times in SPEECH and the captions")
            add(track, voice, start, .8)
    return track


def write(track, name):
    samples = array.array("h", (int(max(-1, min(1, value)) * 32000) for value in track))
    with wave.open(name, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


def main():
    if len(sys.argv) == 4 and sys.argv[1] == "melody":
        write(melody(float(sys.argv[2])), sys.argv[3])
    elif len(sys.argv) == 3 and sys.argv[1] == "listening":
        write(listening(), sys.argv[2])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
