"""Render everything that differs in a comparison as JSON for programs.

`format` names this shape; only new keys may come without a new one. Words of ids, keys and kinds are those of
the files and of `strategi.model.change`; null is a value that is not found or absent. Runs are words in
reading order: without those that are inserted or moved here they are the old text, without those that are
deleted or moved away the new. `move`, other than 0, is shared by the two ends of what was moved.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from strategi.model.change import FactChange, FigureChange, FiguresChange, PartChange, RecordChange
from strategi.model.digest import digest
from strategi.model.governed import GovernedPart
from strategi.model.indicator import Observation
from strategi.model.redline import RedlineBlock, Run
from strategi.render.terminal.differences import Differences, Snapshot
from strategi.render.wording.change_words import counts

FORMAT = "levande-strategi-comparison-1"

_Object = Mapping[str, Any]


def comparison_json(differences: Differences) -> str:
    """Everything that differs, as indented JSON."""
    found = differences.comparison
    content = {
        "format": FORMAT,
        "old": _snapshot(differences.old),
        "new": _snapshot(differences.new),
        "is_equal": found.is_equal,
        "is_text_only": differences.is_text_only,
        "scope": differences.scope or None,
        "counts": asdict(counts(found.governed)),
        "parts": [part_object(each) for each in found.governed.changed],
        "records": [_record(each) for each in found.records],
        "figures": [_figures(each) for each in found.figures],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _snapshot(snapshot: Snapshot) -> _Object:
    return {
        "kind": snapshot.kind.value,
        "name": snapshot.name,
        "label": snapshot.label,
        "digest": digest(snapshot.strategy),
    }


def part_object(change: PartChange) -> _Object:
    """One part that differs."""
    return {
        "kind": change.part.kind.value,
        "change": change.kind.value if change.kind else None,
        "is_renumbered": change.is_renumbered,
        "is_edited": change.is_edited,
        "is_moved": change.is_moved,
        "old": _governed(change.old),
        "new": _governed(change.new),
        "facts": _facts(change.facts),
        "redline": [_block(each) for each in change.redline.blocks],
    }


def _governed(part: GovernedPart | None) -> _Object | None:
    return {"id": part.id, "facts": dict(part.facts)} if part else None


def _facts(changes: Iterable[FactChange]) -> list[_Object]:
    return [
        {"name": each.name, "before": each.before, "after": each.after, "runs": _runs(each.runs)}
        for each in changes
    ]


def _block(block: RedlineBlock) -> _Object:
    return {
        "change": block.change.value,
        "kind": block.shape.kind.value,
        "path": list(block.shape.path),
        "begins_item": block.shape.begins_item,
        "level": block.shape.level,
        "move": block.move,
        "is_continued": block.is_continued,
        "cells": [_runs(each) for each in block.cells],
    }


def _runs(runs: Iterable[Run]) -> list[_Object]:
    return [{"op": run.op.value, "text": run.text, "move": run.move} for run in runs]


def _record(change: RecordChange) -> _Object:
    return {
        "collection": change.collection,
        "id": change.id,
        "change": change.kind.value,
        "facts": _facts(change.facts),
    }


def _figures(figures: FiguresChange) -> _Object:
    return {
        "indicator": figures.indicator_id,
        "is_only_format": figures.is_only_format,
        "changes": [_figure(each) for each in figures.changes],
    }


def _figure(change: FigureChange) -> _Object:
    figure = change.after or change.before
    assert figure is not None
    return {
        "change": change.kind.value,
        "series": change.series,
        "area": figure.area,
        "gender": figure.gender.value,
        "time_period": figure.time_period,
        "before": _observation(change.before),
        "after": _observation(change.after),
    }


def _observation(figure: Observation | None) -> _Object | None:
    return {"value": figure.value, "status": figure.status.value} if figure else None
