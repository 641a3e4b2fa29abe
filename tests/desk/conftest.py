"""The desk, worked on in a furnished database."""

from __future__ import annotations

from tests.furnishing import cwg_cop, furnished_file

__all__ = ["cwg_cop", "furnished_file"]  # fixtures
