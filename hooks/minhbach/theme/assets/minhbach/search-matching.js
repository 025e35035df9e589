// Which records hold the words of a query, and which of them come first. Nothing here touches page or network.

// The weight of a title is more than all that a text can reach (SATURATION + 1).
const TITLE = 8, SATURATION = 1.2, LENGTH = 0.75;
const WHOLE_WEIGHT = 24;

/**
 * Where a term stands, of the words it asks for, as `Files.words` gives them: by the number of the record, how much
 * of it there is (`often`; less for parts of a word with signs in it), and its places in the text and in the title.
 */
export function collect(words) {
  const found = new Map();
  for (const [, records] of words) {
    let record = 0;
    for (const [step, places, inTitle] of records) {
      record += step;
      let entry = found.get(record);
      if (!entry) found.set(record, entry = { often: 0, places: [], title: [] });
      entry.often += walk(places, entry.places);
      walk(inTitle, entry.title);
    }
  }
  return found;
}

/**
 * Add the places that a list of steps leads to; a negative number begins anew with another weight. Returns the sum
 * of the weights.
 */
function walk(steps, places) {
  let weight = WHOLE_WEIGHT, place = 0, sum = 0;
  for (const step of steps) {
    if (step < 0) {
      [weight, place] = [-1 - step, 0];
    } else {
      places.push(place += step);
      sum += weight;
    }
  }
  return sum / WHOLE_WEIGHT;
}

/** The records that hold every term, best first. `terms` are as `collect` gives them. */
export function rank(terms, { records, average }) {
  const [fewest, ...others] = [...terms].sort((one, other) => one.size - other.size);
  const rarity = terms.map(({ size }) => Math.log(1 + (records.length - size + 0.5) / (size + 0.5)));
  const scored = [];
  for (const record of fewest.keys()) {
    if (!others.every((term) => term.has(record))) continue;
    const much = SATURATION * (1 - LENGTH + LENGTH * records[record][1] / average);
    let score = 0;
    terms.forEach((term, index) => {
      const { often, title } = term.get(record);
      score += rarity[index] * (often * (SATURATION + 1) / (often + much) + (title.length ? TITLE : 0));
    });
    // Words that follow each other as they are typed are a name or a phrase, wherever else each of them stands.
    if (terms.length > 1 && holdsPhrase(terms, record)) score += rarity.reduce((sum, worth) => sum + worth, 0);
    scored.push({ record, score });
  }
  return scored.sort((one, other) => other.score - one.score || one.record - other.record).map(({ record }) => record);
}

/** Whether a record holds the terms one after the other, in its text or in its title. */
export function holdsPhrase(terms, record) {
  const entries = terms.map((term) => term.get(record));
  if (entries.includes(undefined)) return false;
  return ["places", "title"].some((part) => entries[0][part].some(
    (place) => entries.every((entry, step) => entry[part].includes(place + step)),
  ));
}

/** Which term stands at which place of a record's text. */
export function placesOf(terms, record) {
  return new Map(terms.flatMap((term, index) => term.get(record).places.map((place) => [place, index])));
}
