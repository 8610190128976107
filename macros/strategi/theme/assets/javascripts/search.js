// The search field. What can be found is fetched when the reader first enters the field. Results are plain links in the
// page's own order of focus, and no keys are taken but Escape.
//
// Swedish asks for two things of a search: endings ("nyckeltalet" means "nyckeltal") and the last part of compounds
// ("plan" is in "handlingsplan"). Both are met where the words are compared, so that the file of pages stays small.
(function () {
  var SHOWN = 10;
  var TEASER = 160;
  var TITLE_WEIGHT = 5;
  // Longest first. What remains must be at least three letters.
  var ENDINGS = /(?:andenas?|arnas|ernas|ornas|andet|andes?|andens?|heten|arna|erna|orna|aren|ades?|ats|ens|ets|ers|ars|ors|nas|ad|at|it|en|et|er|ar|or|as|es|na|a|e|s)$/;

  var box = document.querySelector(".ls-search");
  var base = new URL(box.dataset.base.replace(/\/*$/, "/"), location.href);
  var form = box.querySelector("form");
  var field = form.elements.query;
  var output = box.querySelector(".ls-search__output");
  var status = box.querySelector(".ls-search__status");
  var list = box.querySelector(".ls-search__results");
  var pages = null;
  var isFetching = false;

  // "Hälsofrämjande" and "halsoframjande" are the same word here.
  function fold(word) { return word.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, ""); }

  // "huvudmännens" and "huvudman" have the same stem.
  function stem(folded) {
    var shorter = folded.replace(ENDINGS, "");
    return shorter.length < 3 ? folded : shorter.replace(/([bdfgklmnprst])\1$/, "$1");
  }

  function words(text) {
    return Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), function (match) {
      var folded = fold(match[0]);
      return { plain: match[0].toLowerCase(), folded: folded, stem: stem(folded), start: match.index, end: match.index + match[0].length };
    });
  }

  // How well a word answers to one that was asked for, from 0 to 4. "mål" may mean "Malung", but hardly.
  function likeness(word, asked) {
    var level = closeness(word, asked);
    var isStrange = asked.plain !== asked.folded && !word.plain.includes(asked.plain.slice(0, 2));
    return isStrange ? Math.min(level, 1) : level;
  }

  function closeness(word, asked) {
    if (word.folded === asked.folded || word.stem === asked.stem) return 4;
    if (word.folded.startsWith(asked.folded)) return 3;
    if (word.folded.startsWith(asked.stem)) return 2;
    if (asked.stem.length > 2 && (word.stem.endsWith(asked.stem) || word.folded.endsWith(asked.folded))) return 2;
    return asked.stem.length > 4 && word.folded.includes(asked.stem) ? 1 : 0;
  }

  function best(found, asked) {
    return found.reduce(function (most, word) { return Math.max(most, likeness(word, asked)); }, 0);
  }

  // A page answers when it has something of every word that was asked for.
  function score(page, query) {
    var sum = 0;
    for (var asked of query) {
      var most = TITLE_WEIGHT * best(page.titleWords, asked) + best(page.textWords, asked);
      if (most === 0) return 0;
      sum += most;
    }
    return sum;
  }

  // "n05" in "nyckeltal/n05/": many know a page by its number.
  function lastPart(address) { return address.split("/").slice(-2)[0]; }

  function fetchPages() {
    if (pages || isFetching) return;
    isFetching = true;
    fetch(box.dataset.pages)
      .then(function (answer) { return answer.json(); })
      .then(function (found) {
        pages = found.map(function (page) {
          return Object.assign(page, { titleWords: words(page.title + " " + lastPart(page.address)), textWords: words(page.text) });
        });
        search();
      })
      .catch(function () { isFetching = false; status.textContent = "Sökningen gick inte att läsa in."; });
  }

  function search() {
    var query = words(field.value);
    output.hidden = query.length === 0;
    list.replaceChildren();
    if (output.hidden) return;
    if (!pages) { status.textContent = "Söker …"; fetchPages(); return; }
    var found = pages
      .map(function (page) { return { page: page, score: score(page, query) }; })
      .filter(function (hit) { return hit.score > 0; })
      .sort(function (a, b) { return b.score - a.score; });
    status.textContent = summary(found.length);
    list.append.apply(list, found.slice(0, SHOWN).map(function (hit) { return entry(hit.page, query); }));
  }

  function summary(count) {
    if (count === 0) return "Inga sidor hittades. Pröva ett annat ord.";
    if (count === 1) return "1 sida hittades.";
    return count + " sidor hittades" + (count > SHOWN ? ", de " + SHOWN + " bästa visas." : ".");
  }

  function entry(page, query) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    var teaser = document.createElement("p");
    link.href = new URL(page.address, base);
    link.textContent = page.title;
    appendMarked(teaser, page, query);
    item.append(link, teaser);
    return item;
  }

  // The text around the first word that answers, with every such word marked.
  function appendMarked(teaser, page, query) {
    var hits = page.textWords.filter(function (word) {
      return query.some(function (asked) { return likeness(word, asked) > 0; });
    });
    var start = hits.length && hits[0].start > TEASER / 2 ? page.text.lastIndexOf(" ", hits[0].start - TEASER / 4) + 1 : 0;
    var end = Math.min(page.text.length, start + TEASER);
    var at = start;
    if (start) teaser.append("… ");
    hits.filter(function (word) { return word.start >= start && word.end <= end; }).forEach(function (word) {
      var mark = document.createElement("mark");
      mark.textContent = page.text.slice(word.start, word.end);
      teaser.append(page.text.slice(at, word.start), mark);
      at = word.end;
    });
    teaser.append(page.text.slice(at, end), end < page.text.length ? " …" : "");
  }

  field.addEventListener("focus", function () { fetchPages(); search(); });
  field.addEventListener("input", search);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var first = list.querySelector("a");
    if (first) first.click();
  });
  box.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    field.focus();
    output.hidden = true;
  });
  box.addEventListener("focusout", function (event) {
    if (!box.contains(event.relatedTarget)) output.hidden = true;
  });
})();
