"""Say which part of its kind a goal is: its number and its title, or the title alone."""

from __future__ import annotations

from strategi.model.strategy import Strategy
from strategi.model.words import Words


def goal_title(words: Words, goal_id: str, title: str | None) -> str:
    """The title with the goal's number before it, where goals have numbers: `Delmål 1. Nära hem`."""
    if not words.goal.numbered:
        return title or goal_id
    return f"{words.goal.capital} {goal_number(goal_id)}. {title}"


def goal_name(words: Words, goal_id: str, title: str | None) -> str:
    """What a goal is called in few words: `Delmål 1`, or its title where goals have no numbers."""
    return f"{words.goal.capital} {goal_number(goal_id)}" if words.goal.numbered else title or goal_id


def goal_number(goal_id: str) -> str:
    """`1` for D1."""
    return goal_id[1:]


def goal_in(words: Words, strategy: Strategy | None, goal_id: str) -> str:
    """What a goal is called in a strategy; by its id where that is not known."""
    goal = strategy.subgoal_by_id.get(goal_id) if strategy else None
    return goal_name(words, goal_id, goal.title if goal else None)
