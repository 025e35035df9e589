// The index of the site: asks Pagefind, and puts its answers in the order readers expect. Everything it is given
// and gives back is plain data, because it works in a thread of its own (search-worker.js).

import {
  EXACT, WHOLE, chooseExcerpt, closeness, holds, holdsPhrase, isMarked, matches, nearest, readings, shareOfTitle,
  terms, unspell,
} from "./search-query.js";

// The weight of the title is more than all matches in a text can reach. Words of the index are as long as their
// marks, so their length says nothing.
const RANKING = { termSimilarity: 0, metaWeights: { title: 8 } };
const MOST_LED = 12;
const MOST_SUGGESTIONS = 4;
const MOST_TRIED = 12;
const MOST_TITLES_READ = 50;

class Overtaken extends Error {}

export class Index {
  #folder; #pagefind; #register; #vocabulary;
  #turn = 0;
  #results = [];

  /** `folder` is the address of the search page, beside which the index lies. */
  constructor(folder) {
    this.#folder = folder;
  }

  /** Load what every search needs; done once, and again after a failure. */
  load() {
    this.#pagefind ??= this.#start().catch((error) => {
      this.#pagefind = undefined;
      throw error;
    });
    return this.#pagefind;
  }

  async #start() {
    const { createInstance } = await import(new URL("pagefind/pagefind.js", this.#folder));
    const instance = createInstance({ noWorker: true, ranking: RANKING });
    await instance.init();
    return instance;
  }

  /**
   * Find `text`. `choice` narrows to `kind`, `section`, `year`, and may ask for the `newest` first. Returns null
   * for a text without words, and when something else has been asked for meanwhile; else the reading that found
   * something (`read`), how many results there are within the choice (`total`) and without it (`count`), the first
   * `size` of them as they are shown, and, where there are none, `suggestions`.
   */
  async find(text, choice = {}, size = 10) {
    const turn = ++this.#turn, isWanted = () => turn === this.#turn;
    const ways = readings(text);
    if (!ways[0].words.length) return null;
    try {
      for (const way of ways) {
        const found = await this.#search(way, isWanted);
        if (!found.length) continue;
        const results = await this.#arrange(found, way, choice, isWanted);
        const first = await Promise.all(results.slice(0, size).map(describe));
        if (!isWanted()) return null;
        this.#results = results.slice(size);
        return { read: way === ways[0] ? text : say(way), total: results.length, count: found.length, first, suggestions: [] };
      }
      return { read: text, total: 0, count: 0, first: [], suggestions: await this.#suggest(ways[0], isWanted) };
    } catch (error) {
      if (error instanceof Overtaken) return null;
      throw error;
    }
  }

  /** The next `size` results of what was found last. */
  more(size) {
    return Promise.all(this.#results.splice(0, size).map(describe));
  }

  /** Load what every search needs, and what the first one for `text` will, while it may still be changed. */
  async prepare(text) {
    const pagefind = await this.load(), [{ words }] = readings(text);
    if (words.length) await pagefind.preload(terms(words, WHOLE, words.length - 1).join(" "));
  }

  /** All results of a reading, best first; whole words if any page has them, else words that begin so. */
  async #search({ words, phrases }, isWanted) {
    for (const from of new Set([Infinity, words.length - 1, 0])) {
      const wanted = terms(words, WHOLE, from);
      let found = await this.#ask(wanted, isWanted, MOST_LED);
      if (!found.length) continue;
      if (phrases.length) found = await this.#keepPhrases(found, words, phrases, from);
      const unfinished = words.slice(from).map((tokens) => tokens.at(-1)).filter(isMarked);
      if (found.length) return found.map((result) => ({ result, wanted, unfinished }));
    }
    return [];
  }

  /**
   * What Pagefind finds for terms. It passes over a term that no page has; then nothing is found. The texts of the
   * first `ahead` results are loaded; Pagefind keeps them.
   */
  async #ask(wanted, isWanted, ahead = 1) {
    const pagefind = await this.load();
    await breathe();
    if (!isWanted()) throw new Overtaken();
    const { results } = await pagefind.search(wanted.join(" "));
    if (!results.length) return [];
    const [first] = results.slice(0, ahead).map((result) => result.data());
    const { meta, content } = await first;
    return holds(`${meta.title} ${content}`, wanted) ? results : [];
  }

  /** Only those results in which the words of every phrase follow each other. */
  async #keepPhrases(found, words, phrases, from) {
    const kept = [];
    const asked = await Promise.all(phrases.map(async ([first, last]) => {
      const wanted = terms(words.slice(first, last + 1), EXACT, from - first);
      const places = [];
      for (const term of wanted) {
        const { results } = await (await this.load()).search(term);
        places.push(new Map(results.map(({ id, words: at }) => [id, new Set(at)])));
      }
      return { wanted, places };
    }));
    let read = 0;
    for (const result of found) {
      const has = await Promise.all(asked.map(async ({ wanted, places }) => {
        const [first, ...rest] = places.map((of) => of.get(result.id));
        if (!first || rest.includes(undefined)) return false;
        if ([...first].some((place) => rest.every((of, step) => of.has(place + step + 1)))) return true;
        // Pagefind keeps no places in titles.
        if (!result.matchedMetaFields?.length || read++ >= MOST_TITLES_READ) return false;
        return holdsPhrase((await result.data()).meta.title, wanted);
      }));
      if (has.every(Boolean)) kept.push(result);
    }
    return kept;
  }

  /** The results within the choice; the exact spelling first, or the newest. */
  async #arrange(found, way, choice, isWanted) {
    let chosen = found;
    if (choice.kind || choice.section || choice.year || choice.newest) {
      const register = await this.#loadRegister();
      chosen = chosen.filter(({ result }) => {
        const { kind, section, day } = register.get(result.id);
        return (!choice.kind || kind === choice.kind) && (!choice.section || section === choice.section)
          && (!choice.year || Math.floor(day / 10000) === Number(choice.year));
      });
      if (choice.newest) return [...chosen].sort((a, b) => register.get(b.result.id).day - register.get(a.result.id).day);
    }
    if (way.words.flat().some(isMarked)) {
      await breathe();
      if (!isWanted()) throw new Overtaken();
      const { results } = await (await this.load()).search(terms(way.words, EXACT).join(" "));
      const exact = new Set(results.map(({ id }) => id));
      const parts = [chosen.filter(({ result }) => exact.has(result.id)), chosen.filter(({ result }) => !exact.has(result.id))];
      chosen = [...await leadWithTitles(parts[0]), ...parts[1]];
    } else {
      chosen = await leadWithTitles(chosen);
    }
    return chosen;
  }

  async #loadRegister() {
    this.#register ??= fetchJson(new URL("muc-luc.json", this.#folder)).then((columns) => new Map(
      columns.id.split(" ").map((id, row) => [id, {
        kind: columns.kinds[columns.kind[row]], section: columns.sections[columns.section[row]], day: columns.day[row],
      }]),
    )).catch((error) => { this.#register = undefined; throw error; });
    return this.#register;
  }

  /** Other queries that find something: nearer words for those no page has, or a word less. */
  async #suggest({ words }, isWanted) {
    this.#vocabulary ??= fetchJson(new URL("tu-vung.json", this.#folder)).catch((error) => { this.#vocabulary = undefined; throw error; });
    const vocabulary = await this.#vocabulary;
    const choices = [];
    for (const tokens of words) {
      const isKnown = (await this.#ask(terms([tokens], WHOLE), isWanted)).length > 0;
      const isWord = tokens.length === 1 && !/^\d/.test(tokens[0]);
      choices.push(isKnown || !isWord ? [tokens] : nearest(tokens[0], vocabulary).map((word) => [word]));
    }
    let tried = [[]];
    for (const found of choices) tried = tried.flatMap((start) => found.map((tokens) => [...start, tokens]));
    if (words.length > 1) tried.push(...words.map((_tokens, left) => words.filter((_other, index) => index !== left)));
    const suggestions = [];
    for (const other of tried.filter((found) => found.length).slice(0, MOST_TRIED)) {
      const count = (await this.#ask(terms(other, WHOLE), isWanted)).length;
      if (count && say({ words: other }) !== say({ words })) suggestions.push({ words: say({ words: other }), count });
      if (suggestions.length === MOST_SUGGESTIONS) break;
    }
    return suggestions;
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

async function fetchJson(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

/**
 * The results with those before the others, of the first ones, whose titles go on as an unfinished word was begun,
 * and then those whose titles are little more than the query.
 */
async function leadWithTitles(found) {
  const first = await Promise.all(found.slice(0, MOST_LED).map(async (item) => {
    const { meta } = await item.result.data();
    const close = item.unfinished.length ? closeness(unspell(meta.title), item.unfinished) : 0;
    return { item, close, share: shareOfTitle(meta.title, item.wanted) };
  }));
  first.sort((one, other) => other.close - one.close || other.share - one.share);
  return [...first.map(({ item }) => item), ...found.slice(MOST_LED)];
}

/** What is shown of a result; title and excerpt as pieces of text, those to be marked told apart. */
async function describe({ result, wanted }) {
  const { meta, content, raw_url: url } = await result.data(), places = result.words;
  const [, kind, section, day, address] = /^([^/]*)\/([^/]*)\/([^/]*)\/(.*)$/s.exec(url);
  const words = content.split(/\s+/), hits = new Map(places.map((place) => [place, wanted.findIndex((term) => matches(words[place], term))]));
  const [chosen, to] = chooseExcerpt(hits, words.length);
  // The first word only keeps a text from being empty.
  const start = Math.max(1, chosen);
  let from = start;
  while (from < to - 1 && !/[\p{L}\p{N}]/u.test(words[from])) from++;
  const pieces = mark(words.slice(from, to), (_word, index) => hits.has(from + index));
  if (start > 1) pieces.unshift({ text: "… " });
  if (to < words.length) pieces.push({ text: " …" });
  return {
    address, kind, section, day: Number(day), excerpt: pieces,
    title: mark(meta.title.split(/\s+/), (word) => wanted.some((term) => matches(word, term))),
  };
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
