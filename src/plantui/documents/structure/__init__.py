"""The structure of a document: numbered headings become a tree, and the tree's task level becomes tasks."""
