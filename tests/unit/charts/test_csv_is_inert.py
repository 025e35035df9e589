"""No cell of the CSV runs as a formula; plain numbers stay numbers."""

import csv
import dataclasses
import io

import pytest

from minhbach.charts.contract import Table
from minhbach.charts.spreadsheet import write_csv


def _cell(samples, cell):
    chart = dataclasses.replace(samples["target"], table=Table((cell,), ((cell,),)))
    header, row = csv.reader(io.StringIO(write_csv(chart).decode("utf-8-sig"), newline=""))
    assert header == row
    return row[0]


@pytest.mark.parametrize(
    "cell", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "-", "+1;=2", "＝1", "-1\n=2"]
)
def test_formulas_get_an_apostrophe(samples, cell):
    assert _cell(samples, cell) == "'" + cell


@pytest.mark.parametrize("cell", ["-12", "+3,5", "-1.234,5", "-12%", "4.875", "", "chưa công bố", 'a "b", c'])
def test_plain_cells_stay_as_they_are(samples, cell):
    assert _cell(samples, cell) == cell
