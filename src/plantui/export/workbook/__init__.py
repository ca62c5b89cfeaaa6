"""The working ledger (工作台账) as a workbook of a spreadsheet (.xlsx)."""
