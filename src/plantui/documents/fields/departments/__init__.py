"""Departments: who leads, supports, shares, carries out and guides a task."""

from plantui.documents.fields.departments.context import DepartmentContext
from plantui.documents.fields.departments.reader import DepartmentsRead, document_context, read_departments

__all__ = ["DepartmentContext", "DepartmentsRead", "document_context", "read_departments"]
