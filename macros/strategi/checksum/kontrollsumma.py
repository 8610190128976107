"""Räknar ut kontrollsumman för strategin i en mapp, så som sidan om den beskriver: kontrollsumma.py MAPP"""
import hashlib, json, re, sys, unicodedata
from pathlib import Path
import yaml

MARKER = r"(?:(?:[-+*]|[0-9]{1,9}[.)])(?: +|$)|> *)"
OTHER = r"#{1,6}(?: |$)|```|~~~|<|[-=*_ ]+$"
GOES_ON = rf"(?m)^( *)(?! |{MARKER}*(?:{OTHER}|$| {{4}}))(.*[^\\])\n\1 *(?![ \n]|{MARKER}|{OTHER})"

def plain(text):
    return unicodedata.normalize("NFC", re.sub("[\u00ad\u200b\u2060\ufeff]", "", re.sub("\r\n?", "\n", text)))

def markdown(text):
    text = re.sub("(?m) +$", "", re.sub(r"[^\S\n]", " ", plain(text).expandtabs(4)))
    return "\n\n".join(block(each) for each in re.split("\n\n+", text.strip("\n")))

def block(text):
    while not re.search(r"\||]:", text) and re.search(GOES_ON, text):
        text = re.sub(GOES_ON, r"\1\2 ", text)
    return re.sub(rf"(?m)(^ *{MARKER}*)| +", lambda found: " " if found[1] is None else found[1], text)

def fact(name, text):
    folded = markdown(text) if name == "text" else " ".join(plain(text).split())
    return folded if folded not in ("", "not-found") else None

def parts(folder, pattern, names):
    found = []
    for path in Path(folder).glob(pattern):
        source = re.sub("(?m)[ \t]+$", "", path.read_text("utf-8") + "\n").removeprefix("---\n")
        keys, _, text = source.partition("\n---\n")
        found.append({"id": "D0", "role": "appendix", "text": text} | yaml.load(keys, yaml.BaseLoader))
    found.sort(key=lambda each: (int(each.get("order") or each["id"][1:]), each["id"]))
    return [{name: fact(name, each[name]) for name in names.split()} for each in found if each["role"] == "appendix"]

def digest(folder):
    content = {"vision": (parts(folder, "strategy/vision.md", "title text") or [None])[0],
               "principles": (parts(folder, "strategy/principles.md", "title text") or [None])[0],
               "subgoals": parts(folder, "strategy/subgoals/[a-z][0-9]*.md", "id title text"),
               "roadmap": parts(folder, "strategy/roadmap/[a-z0-9]*.md", "id title text"),
               "indicators": parts(folder, "indicators/[a-z][0-9]*.yml", "id name subgoal definition unit direction source")}
    form = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"v1:sha256:{hashlib.sha256(form.encode()).hexdigest()}"

if __name__ == "__main__":
    print(digest(sys.argv[1]))
