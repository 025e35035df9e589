// The way to the index in its thread. Where a browser cannot run modules in one, the index works on the page itself.

const READY = 0;

export class Thread {
  #worker; #index; #folder;
  #count = READY;
  #waiting = new Map();

  /** `folder` is the address of the search page, beside which the index lies. */
  constructor(folder) {
    this.#folder = folder;
    const fallBack = () => {
      this.#worker = undefined;
      for (const [id, { task, values, done, failed }] of this.#waiting) {
        this.#waiting.delete(id);
        this.#here(task, values).then(done, failed);
      }
    };
    try {
      this.#worker = new Worker(new URL("search-worker.js", import.meta.url), { type: "module", name: folder });
    } catch {
      fallBack();
      return;
    }
    // Before its first message, an error is of the script itself; later ones are told with what they belong to.
    const giveUp = (event) => { event.preventDefault(); fallBack(); };
    this.#worker.addEventListener("error", giveUp);
    this.#worker.addEventListener("message", ({ data: { id, value, error } }) => {
      if (id === READY) {
        this.#worker.removeEventListener("error", giveUp);
        return;
      }
      const { done, failed } = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) failed(new Error(error)); else done(value);
    });
  }

  /** These are the tasks of `Index`, with the same values. */
  load() { return this.#ask("prepare", [""]); }
  prepare(text) { return this.#ask("prepare", [text]); }
  find(text, choice, size) { return this.#ask("find", [text, choice, size]); }
  suggest(text) { return this.#ask("suggest", [text]); }
  more(size) { return this.#ask("more", [size]); }

  #ask(task, values) {
    if (!this.#worker) return this.#here(task, values);
    return new Promise((done, failed) => {
      const id = ++this.#count;
      this.#waiting.set(id, { task, values, done, failed });
      this.#worker.postMessage({ id, task, values });
    });
  }

  async #here(task, values) {
    this.#index ??= import("./search-index.js").then(({ Index }) => new Index(this.#folder));
    const index = await this.#index.catch((error) => { this.#index = undefined; throw error; });
    return index[task](...values);
  }
}
