"""What a filtered report says where nothing is left: that nothing matches, not that there is nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.domain.document_tree import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.document_tree import Block


def with_nothing(blocks: Sequence[Block], text: str) -> tuple[Block, ...]:
    """Give the blocks, each table saying this text when it is empty."""
    return tuple(
        replace(block, empty=text) if isinstance(block, Table) else block for block in blocks
    )
