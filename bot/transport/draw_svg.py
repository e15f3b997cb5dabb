"""Draws the SVG on stdin as PNG on stdout: `draw_svg.py FONT FAMILY`. Run by `drawing`, as a script."""

import sys

import resvg_py


def draw(svg: str, font: str, family: str) -> bytes:
    """The picture as PNG, with the letters of one font file."""
    return bytes(
        resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=[font], font_family=family)
    )


if __name__ == "__main__":
    sys.stdout.buffer.write(draw(sys.stdin.buffer.read().decode(), sys.argv[1], sys.argv[2]))
