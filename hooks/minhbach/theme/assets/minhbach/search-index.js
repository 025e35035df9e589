// The index of the site: finds the records that hold the words of a query, and puts them in the order readers
// expect. Everything it is given and gives back is plain data, because it works in a thread of its own
// (search-worker.js).

import { Files } from "./search-files.js";
import { collect, holdsPhrase, placesOf, rank } from "./search-matching.js";
import {
  EXACT, WHOLE, chooseExcerpt, closeness, holdsInOrder, isMarked, matches, nearest, readings, shareOfTitle, terms, unspell,
} from "./search-query.js";

const MOST_LED = 10;
const FEWER = 4;
const MOST_SUGGESTIONS = 4;
const MOST_TRIED = 12;
const MOST_KEPT = 64;
const MOST_PARTS = 8;
const UNKNOWN = { kind: "", section: "", day: 0 };

class Overtaken extends Error {}

export class Index {
  #folder; #files; #register; #vocabulary;
  #turn = 0;
  #terms = new Map();
  #results = [];

  /** `folder` is the address of the search page, beside which the index lies. */
  constructor(folder) {
    this.#folder = folder;
    this.#files = new Files(new URL("pagefind/", folder));
  }

  /**
   * Find `text`. `choice` narrows to `kind`, `section`, `year`, and may ask for the `newest` first. Returns null
   * for a text without words, and when something else has been asked for meanwhile; else the reading that found
   * something (`read`), how many results there are within the choice (`total`) and without it (`count`), and the
   * first `size` of them as they are shown; fewer while a word seems unfinished, because more will be asked at once.
   */
  async find(text, choice = {}, size = MOST_LED) {
    const turn = ++this.#turn, isWanted = () => turn === this.#turn;
    const ways = readings(text);
    if (!ways[0].words.length) return null;
    try {
      for (const way of ways) {
        const found = await this.#search(way, isWanted);
        if (!found) continue;
        const results = await this.#arrange(found, way, choice);
        const shown = found.from === Infinity ? size : Math.min(size, FEWER);
        const first = await Promise.all(results.slice(0, shown).map((record) => this.#describe(record, found)));
        if (!isWanted()) return null;
        this.#results = results.slice(shown).map((record) => ({ record, found }));
        return { read: way === ways[0] ? text : say(way), total: results.length, count: found.records.length, first };
      }
      return { read: text, total: 0, count: 0, first: [] };
    } catch (error) {
      if (error instanceof Overtaken) return null;
      throw error;
    }
  }

  /** The next `size` results of what was found last; none is lost if they cannot be loaded. */
  async more(size) {
    const results = this.#results;
    const next = await Promise.all(results.slice(0, size).map(({ record, found }) => this.#describe(record, found)));
    results.splice(0, size);
    return next;
  }

  /** Load what every search needs, and what the first one for `text` will, while it may still be changed. */
  async prepare(text) {
    await this.#files.contents();
    const [{ words }] = readings(text);
    await Promise.all(terms(words, WHOLE).slice(0, -1).map((term) => this.#look(term)));
  }

  /**
   * What a reading finds: the `records`, best first, the `terms` they hold and how these are spelled (`wanted`), from
   * which word on only beginnings were asked for. Whole words if any record has them, else words that begin so.
   */
  async #search({ words, phrases }, isWanted) {
    for (const from of new Set([Infinity, words.length - 1, 0])) {
      await breathe();
      if (!isWanted()) throw new Overtaken();
      const wanted = terms(words, WHOLE, from), found = await this.#lookAll(wanted);
      if (!found) continue;
      let records = rank(found, await this.#files.contents());
      for (const [first, last] of phrases) {
        const phrase = await this.#lookAll(terms(words.slice(first, last + 1), EXACT, from - first));
        records = phrase ? records.filter((record) => holdsPhrase(phrase, record)) : [];
      }
      if (records.length) return { records, terms: found, wanted, from };
    }
    return null;
  }

  /** Where each of the terms stands; null if one of them stands nowhere. */
  async #lookAll(wanted) {
    const found = await Promise.all(wanted.map((term) => this.#look(term)));
    return found.every((term) => term.size) ? found : null;
  }

  /** Where a term stands. A letter or two could begin half of all words: one part is read, which has the short ones. */
  #look(term) {
    if (this.#terms.size > MOST_KEPT) this.#terms.clear();
    if (!this.#terms.has(term)) {
      const most = /^[a-z]{1,2}$/.test(term) ? 1 : MOST_PARTS;
      const found = this.#files.words(term, most).then(collect);
      this.#terms.set(term, found);
      found.catch(() => this.#terms.clear());
    }
    return this.#terms.get(term);
  }

  /** The records within the choice; the exact spelling first, or the newest. */
  async #arrange(found, way, choice) {
    let chosen = found.records;
    if (choice.kind || choice.section || choice.year || choice.newest) {
      const about = await this.#about(chosen);
      chosen = chosen.filter((record) => {
        const { kind, section, day } = about(record);
        return (!choice.kind || kind === choice.kind) && (!choice.section || section === choice.section)
          && (!choice.year || Math.floor(day / 10000) === Number(choice.year));
      });
      if (choice.newest) return [...chosen].sort((one, other) => about(other).day - about(one).day);
    }
    if (!way.words.flat().some(isMarked)) return this.#leadWithTitles(chosen, found, way);
    // Those with this very spelling come first, in the order in which it stands in them: “tỷ” is not in “Ất Tỵ”.
    const spelled = await this.#lookAll(terms(way.words, EXACT, found.from)), within = new Set(chosen);
    const exact = spelled ? rank(spelled, await this.#files.contents()).filter((record) => within.delete(record)) : [];
    return exact.length ? [...await this.#leadWithTitles(exact, found, way), ...within]
      : this.#leadWithTitles(chosen, found, way);
  }

  /**
   * The records with those before the others, of the first ones, whose titles go on as an unfinished word was begun;
   * then those whose titles hold the words in their order, and those whose titles are little more than the query;
   * pages that list others, and givers, only if that is their name: "hien mau" asks for "hiến máu" sooner than for
   * "Bà Hiền (mẫu)".
   */
  async #leadWithTitles(records, { wanted, from }, { words }) {
    const begun = words.slice(from).map((tokens) => tokens[tokens.length - 1]).filter(isMarked);
    const most = from === Infinity ? MOST_LED : FEWER;
    const first = await Promise.all(records.slice(0, most).map(async (record) => {
      const { title, url } = await this.#text(record), share = shareOfTitle(title, wanted);
      const isAside = share < 1 && /^(?:page|donor)\//.test(url);
      const worth = isAside && url.startsWith("page/") ? share / 2 : share;
      const close = begun.length ? closeness(unspell(title), begun) : 0;
      return { record, close, isPhrase: holdsInOrder(title, wanted), isAside, worth };
    }));
    const better = (one, other) => other.close - one.close || other.isPhrase - one.isPhrase
      || one.isAside - other.isAside || other.worth - one.worth;
    first.sort(better);
    return [...first.map(({ record }) => record), ...records.slice(most)];
  }

  async #text(record) {
    const { records } = await this.#files.contents();
    return this.#files.text(records[record][0]);
  }

  /** What tells kind, section and day of each of the records. */
  async #about(chosen) {
    const { records } = await this.#files.contents(), id = (record) => records[record][0];
    let register = await this.#loadRegister();
    if (!chosen.every((record) => register.has(id(record)))) {
      this.#register = undefined; // the site was built again meanwhile
      register = await this.#loadRegister();
    }
    return (record) => register.get(id(record)) ?? UNKNOWN;
  }

  async #loadRegister() {
    this.#register ??= fetchJson(new URL("muc-luc.json", this.#folder), { cache: "no-cache" }).then((columns) => new Map(
      columns.id.split(" ").map((id, row) => [id, {
        kind: columns.kinds[columns.kind[row]], section: columns.sections[columns.section[row]], day: columns.day[row],
      }]),
    )).catch((error) => { this.#register = undefined; throw error; });
    return this.#register;
  }

  /** Other queries that find something: nearer words for those no record has, or a word less. */
  async suggest(text) {
    const [{ words }] = readings(text);
    this.#vocabulary ??= fetchJson(new URL("tu-vung.json", this.#folder)).catch((error) => { this.#vocabulary = undefined; throw error; });
    const vocabulary = await this.#vocabulary;
    const choices = await Promise.all(words.map(async (tokens) => {
      const isKnown = await this.#count([tokens]) > 0, isWord = tokens.length === 1 && !/^\d/.test(tokens[0]);
      return isKnown || !isWord ? [tokens] : nearest(tokens[0], vocabulary).map((word) => [word]);
    }));
    let tried = [[]];
    // Cut at every step: of twelve words with three near ones each there are half a million.
    for (const found of choices) tried = tried.flatMap((start) => found.map((tokens) => [...start, tokens])).slice(0, MOST_TRIED);
    if (words.length > 1) tried.push(...words.map((_tokens, left) => words.filter((_other, index) => index !== left)));
    const suggestions = [];
    for (const other of tried.filter((found) => found.length).slice(0, MOST_TRIED)) {
      const count = await this.#count(other);
      if (count && say({ words: other }) !== say({ words })) suggestions.push({ words: say({ words: other }), count });
      if (suggestions.length === MOST_SUGGESTIONS) break;
    }
    return suggestions;
  }

  async #count(words) {
    const found = await this.#lookAll(terms(words, WHOLE));
    return found ? rank(found, await this.#files.contents()).length : 0;
  }

  /** What is shown of a result; title and excerpt as pieces of text, those to be marked told apart. */
  async #describe(record, { terms: found, wanted }) {
    const { title, content, url } = await this.#text(record), hits = placesOf(found, record);
    const [, kind, section, day, address] = /^([^/]*)\/([^/]*)\/([^/]*)\/(.*)$/s.exec(url);
    const words = content.split(/\s+/), [chosen, to] = chooseExcerpt(hits, words.length);
    // The first word only keeps a text from being empty.
    const start = Math.max(1, chosen);
    let from = start;
    while (from < to - 1 && !/[\p{L}\p{N}]/u.test(words[from])) from++;
    const pieces = mark(words.slice(from, to), (_word, index) => hits.has(from + index));
    if (start > 1) pieces.unshift({ text: "… " });
    if (to < words.length) pieces.push({ text: " …" });
    return {
      address, kind, section, day: Number(day), excerpt: pieces,
      title: mark(title.split(/\s+/), (word) => wanted.some((term) => matches(word, term))),
    };
  }
}

/** Let messages in: what was typed meanwhile may overtake what is being looked for. */
const breathe = () => new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { port1.close(); done(); };
  port2.postMessage(null);
});

/** A reading as one would type it. */
const say = ({ words }) => words.map((tokens) => tokens.join(" ")).join(" ");

async function fetchJson(address, options) {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

/** Words of the index as pieces of readable text; of a word to be marked, the signs around it are not. */
function mark(words, isHit) {
  const pieces = [];
  words.forEach((word, index) => {
    const space = index ? " " : "", text = unspell(word);
    const [, before, middle, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(text);
    if (middle && isHit(word, index)) pieces.push({ text: space + before }, { text: middle, isHit: true }, { text: after });
    else pieces.push({ text: space + text });
  });
  return pieces.filter(({ text }) => text);
}
