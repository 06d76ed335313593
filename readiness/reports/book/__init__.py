"""What leaves as a table: an outcome as sheets, and the sheets as XLSX, CSV and Markdown."""
