// The index in a thread of its own: searching thousands of articles takes a slow phone long enough to swallow keys.
// The name of the thread is the address of the search page.

import { Index } from "./search-index.js";

const index = new Index(self.name);

self.addEventListener("message", async ({ data: { id, task, values } }) => {
  try {
    self.postMessage({ id, value: await index[task](...values) });
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
});
self.postMessage({ id: 0 });
