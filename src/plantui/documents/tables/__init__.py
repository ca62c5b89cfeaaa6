"""Task tables (任务分解表): rows become tasks by the words in the table's head."""
