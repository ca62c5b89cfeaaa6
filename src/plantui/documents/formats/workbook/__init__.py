"""The XML inside an .xlsx, read for what a sheet shows: openpyxl gives values and stops at styles that Excel forgives."""
