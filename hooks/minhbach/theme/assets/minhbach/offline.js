/* Starts the service worker that lets pages be read again without a connection, lists what it has kept, deletes it. */
(() => {
  "use strict";
  const KEPT = "x-minhbach-kept", TITLE = "x-minhbach-title", MOST_AGE_MS = 30 * 86_400_000; // also in theme/worker/worker.js
  const ROOT = new URL("../../", document.currentScript.src), PREFIX = `minhbach:${ROOT.pathname}:`;
  const workers = navigator.serviceWorker; // none where the way to the site is not safe
  if (!workers || !window.caches || !/^https?:$/.test(location.protocol)) return;
  const find = (name) => document.querySelector(`[data-mb="${name}"]`);

  async function start() {
    const isFirst = !workers.controller;
    const registration = await workers.register(new URL("sw.js", ROOT).href, { scope: ROOT.pathname, updateViaCache: "none" });
    if (!registration) return;
    const { active } = await workers.ready;
    // A worker does not see what was there before it.
    if (isFirst) {
      const images = [...document.images].filter((image) => image.complete && image.currentSrc).map((image) => image.currentSrc);
      active.postMessage({ seen: { page: location.href, files: images } });
    }
    if (!navigator.connection?.saveData) active.postMessage({ isAhead: true });
  }

  const whenIdle = window.requestIdleCallback ?? ((action) => setTimeout(action, 500));
  // Storage may be switched off: then nothing is kept.
  const begin = () => whenIdle(() => start().catch(() => {}), { timeout: 1_000 });
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);

  /* The list of what was kept */

  async function list(place) {
    const name = `${PREFIX}pages`, { title: ownTitle } = document;
    if (!await caches.has(name)) return;
    const cache = await caches.open(name), keys = await cache.keys(), answers = await cache.matchAll();
    const site = ownTitle.slice(place.dataset.title.length); // " – the site's name"
    for (const [at, { url }] of [...keys.entries()].reverse()) {
      const { headers } = answers[at] ?? {};
      const time = Date.parse(headers?.get(KEPT)), words = decodeURIComponent(headers?.get(TITLE) ?? "");
      if (!(Date.now() - time < MOST_AGE_MS)) continue;
      const title = new DOMParser().parseFromString(words, "text/html").body.textContent;
      const [, year, month, day, clock] = /(.+)-(.+)-(.+)T(.{5})/.exec(new Date(time + 7 * 3_600_000).toISOString());
      const [row, link, when] = ["li", "a", "span"].map((tag) => document.createElement(tag));
      link.href = url;
      link.textContent = site && title.endsWith(site) ? title.slice(0, -site.length) : title || url;
      when.className = "mb-meta";
      when.textContent = place.dataset.kept.replace("{time}", clock).replace("{day}", `${day}/${month}/${year}`);
      row.append(link, " ", when);
      place.append(row);
    }
  }

  const kept = find("kept");
  if (kept) {
    find("unread").hidden = location.pathname === new URL(kept.dataset.address, ROOT).pathname;
    const tell = () => { find("none-kept").hidden = kept.querySelector("li") !== null; };
    list(kept).then(tell, tell);
  }

  /* Deleting it */

  async function forget() {
    const registration = await workers.getRegistration(ROOT.href);
    if (registration?.active) {
      const { port1, port2 } = new MessageChannel();
      const told = new Promise((done) => { port1.onmessage = done; setTimeout(done, 2_000); });
      registration.active.postMessage({ isForget: true }, [port2]);
      await told;
    }
    for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
    await registration?.unregister();
  }

  const button = find("forget-pages");
  if (button) {
    const status = find("forget-pages-status");
    button.addEventListener("click", () => forget().then(
      () => { status.textContent = button.dataset.done; },
      () => { status.textContent = button.dataset.failed; },
    ));
    button.hidden = false;
  }
})();
