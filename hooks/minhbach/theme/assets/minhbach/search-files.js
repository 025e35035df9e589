// The files of Pagefind's index: what records there are, the words of all of them in parts, the text of each.
// They are read here and not by Pagefind's own script, which takes time that grows with the square of what it finds
// (docs-dev/decisions/0017-search.md). Their format is that of the version that the indexer checks
// (hooks/minhbach/search/indexer.py): CBOR or JSON, behind a signature, in gzip.

const SIGNATURE = "pagefind_dcd";
const AFTER_ALL_LETTERS = "\uffff";

export class Files {
  #folder; #contents;
  #parts = new Map();
  #texts = new Map();

  /** `folder` is the address of the folder of the index. */
  constructor(folder) {
    this.#folder = folder;
  }

  /**
   * What there is: for every record its identifier and number of words, for every part of the words its first and
   * last one (cut where that still tells them apart) and its identifier. Asked for anew, because the parts it names
   * are replaced when the site is built again.
   */
  contents() {
    this.#contents ??= this.#read("muc-luc.pf_meta", { cache: "no-cache" }).then((bytes) => {
      const [, records, parts] = decode(bytes);
      return { records, parts, average: records.reduce((sum, [, length]) => sum + length, 0) / records.length };
    });
    return this.#orForget(this.#contents);
  }

  /**
   * The words of the index that begin with `start`, each with its records: how many records after the one before,
   * the places in its text, those in its title. Of many parts only the last `most` are read, where whole words stand.
   */
  async words(start, most) {
    const { parts } = await this.contents();
    const near = parts.filter(([from, to]) => from <= start + AFTER_ALL_LETTERS && (to >= start || start.startsWith(to)));
    const found = await Promise.all(near.slice(-most).map(([, , id]) => this.#orForget(
      this.#keep(this.#parts, id, async () => decode(await this.#read(`index/${id}.pf_index`))[0]),
    )));
    return found.flat().filter(([word]) => word.startsWith(start));
  }

  /** The text of a record, its title and its address. */
  text(id) {
    return this.#orForget(this.#keep(this.#texts, id, async () => {
      const { content, url, meta } = JSON.parse(new TextDecoder().decode(await this.#read(`fragment/${id}.pf_fragment`)));
      return { content, url, title: meta.title };
    }));
  }

  #keep(kept, id, make) {
    if (!kept.has(id)) kept.set(id, make());
    return kept.get(id);
  }

  /** Pass on what was read; after a failure forget everything, so that the next search begins anew. */
  async #orForget(reading) {
    try {
      return await reading;
    } catch (error) {
      this.#contents = undefined;
      this.#parts.clear();
      this.#texts.clear();
      throw error;
    }
  }

  async #read(name, options) {
    const answer = await fetch(new URL(name, this.#folder), options);
    if (!answer.ok) throw new Error(`${answer.status} ${name}`);
    const bytes = await unpack(await answer.arrayBuffer());
    if (new TextDecoder().decode(bytes.subarray(0, SIGNATURE.length)) !== SIGNATURE) throw new Error(`no index: ${name}`);
    return bytes.subarray(SIGNATURE.length);
  }
}

/** What gzip holds. Some phones in use have no way of their own to unpack it. */
async function unpack(packed) {
  if (!globalThis.DecompressionStream) return (await import("./search-inflate.js")).gunzip(new Uint8Array(packed));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const WIDTHS = { 24: 1, 25: 2, 26: 4 };
const UNENDING = 31, END = 0xff;

/** The value that CBOR (RFC 8949) holds: whole numbers, texts and lists, all that the index has. */
export function decode(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), texts = new TextDecoder();
  let at = 0;

  function size(short) {
    if (short < 24) return short;
    const width = WIDTHS[short];
    at += width;
    if (width === 1) return view.getUint8(at - 1);
    if (width === 2) return view.getUint16(at - 2);
    if (width === 4) return view.getUint32(at - 4);
    throw new Error(`CBOR: ${short}`);
  }

  function value() {
    const head = bytes[at++], kind = head >> 5, short = head & 31;
    if (kind === 4) {
      const items = [];
      if (short === UNENDING) {
        while (bytes[at] !== END) items.push(value());
        at++;
      } else {
        for (let left = size(short); left > 0; left--) items.push(value());
      }
      return items;
    }
    const number = size(short);
    if (kind === 0) return number;
    if (kind === 1) return -1 - number;
    if (kind !== 3) throw new Error(`CBOR: ${head}`);
    at += number;
    return texts.decode(bytes.subarray(at - number, at));
  }

  return value();
}
