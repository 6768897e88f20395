#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Draws the pictures and makes the film and the sound of the courses in content/ again.
# Needs python3, rsvg-convert, ffmpeg and espeak-ng (scripts/packages.txt). The made files are committed;
# run this only after changing a drawing. Same tools, same bytes.
set -euo pipefail
cd "$(dirname "$0")/../.."

planning=content/c03-planning-with-ai/media
safe=content/c02-safe-use/media
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "drawings"
python3 scripts/content/stills.py "$planning" five-parts festival terraces checking groups listening check-poster cards
python3 scripts/content/stills.py "$safe" keep-out

echo "listening text"
python3 scripts/content/sound.py listening "$work/listening.wav"
ffmpeg -nostdin -v error -y -i "$work/listening.wav" -af loudnorm=I=-18:TP=-2 -ar 48000 -ac 1 \
    -c:a libopus -b:a 40k -map_metadata -1 -fflags +bitexact -flags:a +bitexact "$planning/listening.ogg"

echo "film: frames"
seconds=$(python3 scripts/content/video.py --seconds)
python3 scripts/content/video.py "$work/frames"
find "$work/frames" -name '*.svg' -print0 | xargs -0 -P 2 -n 24 sh -c 'for file; do rsvg-convert "$file" -o "${file%.svg}.png"; done' sh

echo "film: encode"
python3 scripts/content/sound.py melody "$seconds" "$work/melody.wav"
ffmpeg -nostdin -v error -y -framerate 24 -i "$work/frames/%05d.png" -i "$work/melody.wav" \
    -af loudnorm=I=-26:TP=-6 -ar 48000 -ac 1 -c:a libopus -b:a 40k \
    -c:v libvpx-vp9 -pix_fmt yuv420p -b:v 0 -crf 36 -g 120 -row-mt 1 -threads 2 -cpu-used 2 -deadline good \
    -colorspace bt709 -color_primaries bt709 -color_trc bt709 -vf scale=out_color_matrix=bt709:out_range=tv \
    -map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact "$planning/check.webm"
ls -l "$planning" "$safe"
