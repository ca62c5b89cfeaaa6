"""What the clauses of a task say: who, by when, how much. Every function reads repaired text and touches nothing else."""
