"""Open data: ledgers, figures and lists as CSV, Parquet, Excel workbooks and Frictionless data packages."""
