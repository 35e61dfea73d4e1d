#!/usr/bin/env bash
# scripts/guide-pictures.sh: plays the guide of Lampung Tengah once more and puts its pictures into docs/images, with few
# colours so that each stays small. Needs pngquant, what ./test needs, and ../shared.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
TIGAPILAR_PICTURES="$work" "$root/test" Browser.Tests.Lampung
for picture in "$work"/*.png; do
  name="$(basename "$picture")"
  # Only those that the guide shows.
  grep -q "images/$name" "$root/docs/guide/rencana-lampung-tengah.md" || continue
  pngquant --force --strip --speed 1 64 --output "$root/docs/images/$name" "$picture"
done
