"""Pages of which only is known what stands where: put together to lines, tables and paragraphs."""
