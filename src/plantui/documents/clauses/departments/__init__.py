"""Departments: who leads, supports, shares, carries out and guides a task."""

from .context import DepartmentContext, DepartmentsRead
from .reader import document_context, read_departments, read_list

__all__ = ["DepartmentContext", "DepartmentsRead", "document_context", "read_departments", "read_list"]
