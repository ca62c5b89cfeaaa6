"""The XML of OpenDocument files (.odt, .ods and their flat forms), read for what a page or a sheet shows."""
