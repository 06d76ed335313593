"""How large a report is: its texts, one subset a face, forms for what is drawn often, and little else."""

import re
from functools import cache

import paper
from quarters import the_sample

from readiness.reports.options import PAGES_FOR

MOST = 128_000
"""Bytes of the sample’s planning report of twenty pages."""


@cache
def planning() -> bytes:
    return the_sample(pages=PAGES_FOR["planning"])


def test_the_report_of_the_sample_stays_small() -> None:
    assert len(planning()) <= MOST


def test_a_report_has_three_faces_and_each_once() -> None:
    assert len(paper.faces(planning())) == 3
    assert all(paper.faces(planning()).values())
    assert planning().count(b"/Length1") == 3


def test_level_boxes_are_drawn_once_and_stand_wherever_they_are_needed() -> None:
    stamped = sum(content.count(b"/FormXob.L2 Do") for content in paper.contents(planning()))

    assert stamped > 20
    assert planning().count(b"/BBox [ -1 -1 47 9.4 ]") <= 11


def test_a_colour_is_set_once_until_another_is() -> None:
    contents = paper.contents(planning())
    texts = sum(content.count(b")Tj") for content in contents)

    assert sum(content.count(b" rg\n") for content in contents) < texts


def test_what_is_drawn_is_compressed() -> None:
    heads = re.findall(rb"<<[^\n]*>>\nstream\n", planning())

    assert len(heads) > 20
    assert all(b"/FlateDecode" in head or b"/Metadata" in head for head in heads)
