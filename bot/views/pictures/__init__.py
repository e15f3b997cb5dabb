"""Answers as pictures: an SVG of measured texts and boxes, drawn elsewhere."""
