"""Run a site generator by its own command, in this process, so that content is read once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.metadata import entry_points
from pathlib import Path

from strategi.site.environment import PUBLISH, TODAY
from strategi.site.loading import Site

ENGINES = ("mkdocs", "zensical")
ANSWER_SIGNALS = frozenset({"zensical"})
# Reads pages from a disk alone.
WITHOUT_HOOKS = frozenset({"zensical"})


class EngineFailure(Exception):
    """The generator is absent, or did not finish. The text is Swedish, or the generator's own words."""


def run_engine(engine: str, arguments: Sequence[str], settings: Mapping[str, str]) -> None:
    """Run a generator with the settings that mkdocs.yml reads. Raises `EngineFailure` or `OSError`."""
    found = list(entry_points(group="console_scripts", name=engine))
    if not found:
        raise EngineFailure(f"{engine} är inte installerat. Kör make site ENGINE={engine}.")
    command = found[0].load()
    with _environment(settings):
        try:
            command.main(args=list(arguments), prog_name=engine, standalone_mode=False)
        except (Exception, SystemExit) as error:
            if isinstance(error, OSError) and error.errno is not None:  # the file system; said by the command
                raise
            raise EngineFailure(str(error) or f"{engine} avbröt bygget.") from error


def settings_of(site: Site, built: Path, *, strict: bool) -> dict[str, str]:
    """What mkdocs.yml asks of the environment."""
    info = site.view().strategy.info
    return {
        "STRATEGI_SITE_DIR": str(built),
        "STRATEGI_SITE_NAME": info.short_title,
        "STRATEGI_SITE_DESCRIPTION": info.title,
        TODAY: site.today.isoformat(),
        PUBLISH: str(site.is_publishing).lower(),
        "STRICT": "true" if strict else "false",
        "NO_MKDOCS_2_WARNING": "1",
    }


@contextmanager
def _environment(settings: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(settings)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
