"""Spreadsheets of any layout: a table with a header row, of which each column is taken for something."""
