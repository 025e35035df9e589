"""Charts as SVG, PNG and CSV. ``contract`` says what a chart is; ``outputs`` and ``spreadsheet`` write it."""
