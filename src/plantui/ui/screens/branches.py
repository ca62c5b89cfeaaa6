"""Folding and unfolding the tree."""

from __future__ import annotations

from plantui.query.outline import Branch, DepartmentBranch

from .host import ScreenHost


class BranchControls:
    """Folds the branch under the cursor, or all of them."""

    def __init__(self, host: ScreenHost) -> None:
        self._host = host

    def toggle(self, branch: Branch | DepartmentBranch) -> None:
        """Fold or unfold one branch."""
        session = self._host.session
        if isinstance(branch, DepartmentBranch):
            self._host.show(session.with_group_toggled(branch.department))
        else:
            self._host.show(session.with_branch_toggled(branch.key))

    def toggle_all(self) -> None:
        """Unfold everything, or fold everything where everything is unfolded."""
        self._host.leave_pane()
        self._host.show(self._host.session.with_all_toggled())

    def fold(self) -> None:
        """Fold the branch under the cursor, or go to the branch that the row stands under; from the pane, go back."""
        rows = self._host.rows
        if not rows.has_focus:
            self._host.leave_pane()
            return
        row = rows.current
        if isinstance(row, Branch | DepartmentBranch) and row.is_open:
            self.toggle(row)
            return
        depth = row.depth if row else 0
        for index in range(rows.cursor - 1, -1, -1):
            above = rows.rows[index]
            if isinstance(above, Branch | DepartmentBranch) and above.depth < depth:
                rows.cursor = index
                return

    def unfold(self) -> None:
        """Unfold the branch under the cursor, or step into it."""
        rows = self._host.rows
        if not rows.has_focus:
            return
        row = rows.current
        if isinstance(row, Branch | DepartmentBranch) and not row.is_open:
            self.toggle(row)
        else:
            rows.action_move(1)
