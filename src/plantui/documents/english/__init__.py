"""English plans: lines, then labels and headings, then the tasks with the fields that belong to each.

`lines` repairs, `labels` and `label_lines` know the vocabulary, `fields` says how far a value goes, `numbering`, `heads`
and `unnumbered` find headings, `series` which of them are tasks, `items` binds fields to them, `tables` reads rows,
`repeats` joins what is said twice, `sections` names what stands above; `dates`, `names`, `figures` and `goals` read
single fields, `front` and `places` the front page. `outline` and `tasks` call them in this order.
"""
