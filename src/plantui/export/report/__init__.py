"""Reports, one-page summaries and letters as values: each writer lays the same document out."""
