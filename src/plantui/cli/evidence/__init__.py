"""`plantui evidence`: what notes name as evidence, opened and looked at again."""
