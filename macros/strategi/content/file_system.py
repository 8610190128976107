"""Say in Swedish what the file system answered, and what to do about it."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class Answer(NamedTuple):
    """Why something could not be done, and the remedy. Both go on in a sentence."""

    reason: str
    remedy: str


_OTHER_RIGHTS = "be den som äger filen om rätt att läsa och skriva den"
_WRITABLE = "arbeta i en kopia som går att skriva i"
_ANSWERS: Mapping[int, Answer] = {
    errno.ENOENT: Answer("filen finns inte", "kontrollera sökvägen"),
    errno.EACCES: Answer("du har inte rätt att göra det", _OTHER_RIGHTS),
    errno.EPERM: Answer("du har inte rätt att göra det", _OTHER_RIGHTS),
    errno.EROFS: Answer("mappen går bara att läsa", _WRITABLE),
    errno.ENOSPC: Answer("disken är full", "frigör utrymme och försök igen"),
    errno.EDQUOT: Answer("ditt utrymme på disken är slut", "frigör utrymme och försök igen"),
    errno.EFBIG: Answer("filen blir för stor", "frigör utrymme och försök igen"),
    errno.ENOTDIR: Answer("det ligger en fil där en mapp ska vara", "flytta eller ta bort filen"),
    errno.EEXIST: Answer("det ligger en fil där en mapp ska vara", "flytta eller ta bort filen"),
    errno.EISDIR: Answer("det är en mapp, inte en fil", "flytta eller ta bort mappen"),
    errno.ENOTEMPTY: Answer("mappen är inte tom", "flytta eller ta bort det som ligger där"),
    errno.ELOOP: Answer("en symbolisk länk leder tillbaka till sig själv", "ta bort länken"),
    errno.ENAMETOOLONG: Answer("namnet är för långt", "välj ett kortare namn"),
    errno.EILSEQ: Answer("namnet är inte text i UTF-8", "byt namn på filen"),
    errno.ENXIO: Answer("det är inte en vanlig fil", "ersätt den med en vanlig fil"),
    errno.EBUSY: Answer("den används av något annat program", "stäng det och försök igen"),
    errno.EMFILE: Answer("för många filer är öppna på en gång", "stäng andra program och försök igen"),
    errno.ENFILE: Answer("för många filer är öppna på en gång", "stäng andra program och försök igen"),
    errno.EIO: Answer("disken svarar inte som den ska", "försök igen, eller använd en annan disk"),
    errno.ENOMEM: Answer("minnet räcker inte", "stäng andra program och försök igen"),
}


def answer_of(error: OSError) -> Answer:
    """What an error of the file system says; one that is not known by its number alone."""
    unknown = Answer(f"operativsystemet svarar med felet {error.errno}", "försök igen")
    return _ANSWERS.get(error.errno or 0, unknown)


def sentence(error: OSError) -> str:
    """What could not be done, why, and the remedy. A name that is no text holds halves of characters."""
    reason, remedy = answer_of(error)
    named = error.filename2 or error.filename
    place = f"{os.fsdecode(named)}: " if isinstance(named, str | bytes) else ""
    return f"Det gick inte: {place}{reason}. Gör så: {remedy}."


def read_regular(file: Path, *, at_most: int = -1) -> bytes:
    """Read a file, no more than so many bytes of it. Raises `OSError`, also for what is no regular file:
    to open a named pipe would be to wait for someone to write to it.
    """
    mode = file.stat().st_mode
    if not stat.S_ISREG(mode):
        number = errno.EISDIR if stat.S_ISDIR(mode) else errno.ENXIO
        raise OSError(number, os.strerror(number), str(file))
    with file.open("rb") as opened:
        return opened.read(at_most)
