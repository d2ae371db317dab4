// search.js: finds in the site's index what is typed, reading no more of it than the words need. The index is described
// in newsbrief/site/search/, and what makes terms of words there (words.py) is done here in the same way.
{
  const UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}";
  const WORD = /[\p{L}\p{M}\p{N}]+/gu;
  const PIECE = new RegExp(`[0-9]+|[${UNSPACED}]+|[^0-9${UNSPACED}]+`, "gu");
  const PAIRS = new RegExp(`^[${UNSPACED}]`, "u");
  // Korean sets particles behind a word without a space.
  const SYLLABLES = /^[\u1100-\u11ff\uac00-\ud7a3]/;
  const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
  const LONGEST = 30, SHORT = 3, PAGE = 10, FILES = 4;
  // A word from so many signs on may be misspelt; it is looked for among its neighbours when nothing was typed so long.
  const SPELT = 4, PAUSE = 400;
  const KINDS = ["brief", "quote", "date", "person", "story", "place", "organisation", "author"];
  // How much a word tells, by kind: among a result's own words, and among those that say less about it.
  const OWN = [3, 2.5, 2.5, 4, 5, 3.5, 3.5, 4], ALSO = [1, 1, 1, 1.2, 1, 1, 1, 1];

  const folded = (word) =>
    word.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "").replaceAll("ß", "ss").normalize("NFKC");

  const all = (text, pattern) => Array.from(text.matchAll(pattern), (match) => match[0]);

  function ofPiece(piece) {
    const signs = [...piece];
    if (PAIRS.test(piece) && signs.length > 1) return signs.slice(1).map((sign, at) => signs[at] + sign);
    if (/^[0-9]/.test(piece)) piece = piece.replace(/^0+(?=.)/, "");
    return [[...piece].slice(0, LONGEST).join("")];
  }

  const ofWord = (word) => all(folded(word), WORD).flatMap((part) => all(part, PIECE)).flatMap(ofPiece);

  const terms = (text) => all(text, WORD).flatMap(ofWord);

  // What is asked: each term once, and whether a word may go on behind it, as the one that is being typed may.
  function asked(query, done) {
    const found = [...new Set(terms(query))], last = found.pop();
    if (last === undefined) return [];
    const open = last.length >= SHORT || SYLLABLES.test(last) || PAIRS.test(last);
    const ended = done || !/[\p{L}\p{M}]$/u.test(query);
    const asks = found.map((term) => ({ term, open: SYLLABLES.test(term) }));
    // The first letters of a next word say nothing yet.
    if (open || (found.length ? ended : last.length > 1)) asks.push({ term: last, open });
    return asks;
  }

  const fits = (ask, term) => term === ask.term || (ask.open && term.startsWith(ask.term));

  // How many signs have to be put in, left out, changed, or swapped with the next, to make one word of another.
  function apart(one, other) {
    let before, last, row = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i++) {
      [before, last, row] = [last, row, [i]];
      for (let j = 1; j <= other.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    return row[other.length];
  }

  // Numbers from the gaps between them, in base 32, the lowest digit first; a sign of the upper half has one behind it.
  function* numbered(places) {
    let number = 0, gap = 0, unit = 1;
    for (const sign of places) {
      const digit = DIGITS.indexOf(sign);
      gap += (digit % 32) * unit;
      unit *= 32;
      if (digit >= 32) continue;
      yield number += gap;
      gap = 0, unit = 1;
    }
  }

  class Index {
    constructor(address) {
      this.address = new URL(address, location);
      this.read();
    }

    read(cache) {
      this.files = new Map();
      this.whole = this.segments(cache);
      this.whole.catch(() => {});
    }

    // What each segment says about itself. A new build may have other files under the same names, so these are asked for
    // anew each time, and the version of a segment is part of the addresses of its other files.
    async segments(cache = "no-cache") {
      const { segments } = await this.json(this.address, cache);
      const abouts = segments.map(async (at) => ({ at, ...(await this.json(new URL(`${at}/about.json`, this.address), cache)) }));
      return { segments: await Promise.all(abouts) };
    }

    async json(address, cache = "default") {
      const answer = await fetch(address, { cache });
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return answer.json();
    }

    file({ at, version }, name) {
      const address = new URL(`${at}/${name}.json?v=${version}`, this.address).href;
      if (!this.files.has(address)) this.files.set(address, this.json(address));
      return this.files.get(address);
    }

    // A new site may have come up since the list of segments was read: it is read again, once.
    async ask(what) {
      try {
        return await what();
      } catch {
        this.read("reload");
        return what();
      }
    }

    // The results' places, best first. Of equals the newer comes first: so the segments and all in them are sorted.
    async find(asks) {
      const { segments } = await this.whole;
      const found = await Promise.all(segments.map((segment) => this.within(segment, asks)));
      return found.flat().sort((one, other) => other.score - one.score);
    }

    async within(segment, asks) {
      const often = new Set(segment.often.split(" ")), telling = asks.filter((ask) => !often.has(ask.term));
      const maps = await Promise.all((telling.length ? telling : asks).map((ask) => this.places(segment, ask)));
      const [first, ...others] = maps.sort((one, other) => one.size - other.size);
      const hits = [];
      for (let [place, score] of first ?? [])
        if (others.every((other) => other.has(place))) {
          for (const other of others) score += other.get(place);
          hits.push({ segment, place, score, kind: KINDS[kindOf(segment, place)] });
        }
      return hits.sort((one, other) => one.place - other.place);
    }

    // Where a term stands: the number of a result, and how much that tells.
    async places(segment, ask) {
      const first = this.at(segment, ask.term), end = ask.open ? this.at(segment, ask.term + "\uffff") : first;
      const found = new Map(), results = segment.counts.reduce((sum, count) => sum + count);
      for (const file of await this.between(segment, first, Math.min(end, first + FILES - 1)))
        for (const [term, places] of Object.entries(file)) {
          if (!fits(ask, term)) continue;
          for (const number of numbered(places)) {
            const place = number % results, weight = (number < results ? OWN : ALSO)[kindOf(segment, place)];
            found.set(place, Math.max(found.get(place) ?? 0, term === ask.term ? weight : weight * 0.7));
          }
        }
      return found;
    }

    // The number of the file that has a term, if any has.
    at(segment, term) {
      const starts = (segment.list ??= segment.starts.split(" "));
      return Math.max(starts.findLastIndex((start) => start <= term), 0);
    }

    between(segment, first, last) {
      return Promise.all(Array.from({ length: last - first + 1 }, (_, step) => this.file(segment, `t${first + step}`)));
    }

    // What is asked in words that are known, each at most a letter or two different, where it finds something; else "".
    async spelt(asks) {
      const words = await Promise.all(asks.map((ask) => this.known(ask)));
      if (!words.every(Boolean) || words.every((word, at) => word === asks[at].term)) return "";
      const found = await this.find(words.map((term) => ({ term, open: false })));
      return found.length ? words.join(" ") : "";
    }

    // The term itself where it is found, else the one that is nearest to it; of equals, which stands in most places.
    async known(ask) {
      const { segments } = await this.whole, { term } = ask;
      const found = await Promise.all(segments.map((segment) => this.places(segment, ask)));
      if (found.some((places) => places.size)) return term;
      if (term.length < SPELT || /[0-9]/.test(term) || PAIRS.test(term)) return "";
      const files = await Promise.all(segments.map((segment) => this.around(segment, term)));
      let best = "", least = term.length < 2 * SPELT ? 1 : 2, most = 0;
      for (const [other, places] of files.flat().flatMap(Object.entries)) {
        if (Math.abs(other.length - term.length) > least) continue;
        const far = apart(term, other);
        if (far < least || (far === least && places.length > most)) [best, least, most] = [other, far, places.length];
      }
      return best;
    }

    // The files in which words stand that begin with the same letter and are near in the order.
    around(segment, term) {
      const at = this.at(segment, term), [sign] = term;
      return this.between(segment, Math.max(this.at(segment, sign), at - 2), Math.min(this.at(segment, sign + "\uffff"), at + 2));
    }

    async record({ segment, place }) {
      return (await this.file(segment, `r${Math.floor(place / segment.size)}`))[place % segment.size];
    }
  }

  function kindOf(segment, place) {
    let kind = 0;
    for (let end = segment.counts[0]; place >= end && kind < KINDS.length - 1; end += segment.counts[kind]) kind++;
    return kind;
  }

  function element(tag, kind, ...inside) {
    const made = document.createElement(tag);
    if (kind) made.className = kind;
    made.append(...inside);
    return made;
  }

  // A text as nodes, with the words that were asked for in <mark>.
  function marked(text, asks) {
    const nodes = [];
    let end = 0;
    for (const match of text.matchAll(WORD)) {
      for (const piece of match[0].matchAll(PIECE)) {
        const at = match.index + piece.index;
        for (const [from, to] of spots(piece[0], asks)) {
          nodes.push(text.slice(end, at + from), element("mark", "", text.slice(at + from, at + to)));
          end = at + to;
        }
      }
    }
    return [...nodes, text.slice(end)].filter((node) => node !== "");
  }

  // Which stretches of a piece were asked for: all of a word; of a text without spaces only these characters.
  function spots(piece, asks) {
    if (!PAIRS.test(piece)) return ofWord(piece).some((term) => asks.some((ask) => fits(ask, term))) ? [[0, piece.length]] : [];
    const found = asks.flatMap(({ term }) => Array.from(piece.matchAll(term), ({ index }) => [index, index + term.length]));
    const joined = [];
    for (const [from, to] of found.sort((one, other) => one[0] - other[0]))
      if (joined.length && from <= joined.at(-1)[1]) joined.at(-1)[1] = Math.max(to, joined.at(-1)[1]);
      else joined.push([from, to]);
    return joined;
  }

  class Search {
    constructor(place) {
      this.field = place.querySelector("input");
      this.status = place.querySelector("[role=status]");
      this.list = place.querySelector("ol");
      this.more = place.querySelector("button");
      this.words = place.dataset;
      this.index = new Index(this.words.index);
      this.root = new URL(this.words.root, location);
      this.turn = 0;
      place.hidden = false;
      this.field.value = new URLSearchParams(location.search).get("q") ?? "";
      this.field.addEventListener("input", () => this.typed(false));
      this.more.addEventListener("click", () => this.show(this.list.children.length, this.turn));
      document.addEventListener("keydown", (event) => this.key(event));
      this.field.focus({ preventScroll: true });
      if (this.field.value) this.typed(true);
    }

    async typed(done) {
      const query = this.field.value, turn = ++this.turn, here = new URL(location);
      if (query.trim()) here.searchParams.set("q", query);
      else here.searchParams.delete("q");
      if (here.href !== location.href) history.replaceState(history.state, "", here);
      this.asks = asked(query, done);
      this.plain = folded(query.trim());
      try {
        await this.index.ask(async () => {
          const hits = this.asks.length ? await this.index.find(this.asks) : [];
          if (turn !== this.turn) return;
          this.hits = hits;
          await this.show(0, turn);
        });
      } catch {
        if (turn === this.turn) this.say(this.words.failed, []);
      }
    }

    async show(from, turn) {
      const hits = this.hits.slice(from, from + PAGE);
      const records = await Promise.all(hits.map((hit) => this.index.record(hit)));
      if (turn !== this.turn) return;
      const rows = records.map((record, at) => ({ record, kind: hits[at].kind }));
      // Those that have the very words in this order come first.
      const exact = ({ record }) => folded(`${record[0]} ${record[2]}`).includes(this.plain);
      const sorted = [...rows.filter(exact), ...rows.filter((row) => !exact(row))].map((row) => this.row(row));
      const count = this.hits.length;
      const told = count ? this.words.count.replace("{}", count) : this.words.none.replace("{}", () => this.field.value.trim());
      this.say(this.asks.length ? told : "", from ? [...this.list.children, ...sorted] : sorted);
      this.more.hidden = this.list.children.length >= count;
      if (from) sorted[0]?.querySelector("a").focus();
      if (!count && this.asks.length) await this.help(turn);
    }

    // Behind "nothing found", when the typing rests: the same with a word that is known, or what else may help.
    async help(turn) {
      await new Promise((done) => setTimeout(done, PAUSE));
      const words = turn === this.turn ? await this.index.spelt(this.asks) : "";
      if (turn !== this.turn) return;
      const way = element("a", "", this.words.near.replace("{}", () => words));
      way.href = `?q=${encodeURIComponent(words)}`;
      this.status.append(" ", words ? way : this.words.help);
    }

    say(words, rows) {
      this.status.textContent = words;
      this.list.replaceChildren(...rows);
      this.more.hidden = true;
    }

    // Each part of a quote between the marks of the page's language.
    quoted(text) {
      const [open, close] = this.words.quoted.split("{}");
      return open + text.replaceAll("” … “", () => `${close} … ${open}`) + close;
    }

    row({ record: [text, url, date, detail], kind }) {
      const link = element("a", "", ...marked(kind === "quote" ? this.quoted(text) : text, this.asks));
      link.href = new URL(url, this.root);
      const about = element("p", "nb-kicker", this.words[kind]);
      if (date) about.append(" · ", ...marked(date, this.asks));
      const row = element("li", `nb-found-${kind}`, about, element("p", "", link));
      if (detail) row.append(element("p", "nb-meta", element("span", "", ...marked(detail, this.asks))));
      return row;
    }

    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const links = [this.field, ...this.list.querySelectorAll("a")], at = links.indexOf(document.activeElement);
      const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
      if (event.key === "Enter" && at === 0) this.typed(true);
      else if (event.key === "/" && document.activeElement !== this.field) (this.field.focus(), this.field.select());
      else if (at >= 0 && links[next]) links[next].focus();
      else return;
      event.preventDefault();
    }
  }

  const place = document.querySelector(".nb-search"), off = document.querySelector(".nb-search-off");
  if (location.protocol === "file:") {
    off.textContent = off.dataset.file;
    document.documentElement.classList.add("nb-disk");
  } else {
    off.hidden = true;
    new Search(place);
  }
}
