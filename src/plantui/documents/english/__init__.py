"""English plans: blocks of labelled lines (Lead Agency: …) under numbered headings."""
