/* Reading without a connection (docs-dev/decisions/0032-offline.md). hooks/minhbach/outputs/worker.py writes BUILD
   above this: what of this build is fetched ahead, with the beginning of each file's SHA-256. What is not named here
   (downloads, data, the files that find a gift, other places) passes by this worker untouched and is never kept. */
"use strict";
const MOST_PAGES = 60, MOST_MEDIA = 150, MOST_PIECES = 300, ALL_PIECES = 3_000;
const MOST_BYTES = 1_500_000; // of one photo
const MOST_AGE_MS = 30 * 86_400_000;
const PATIENCE_MS = 4_000;
const AT_ONCE = 6;
const KEPT = "x-minhbach-kept", TITLE = "x-minhbach-title"; // also in offline.js
const OUR_FRAME = 'id="mb--content"';
const LOOK = /\/site\.\w+\.css$/;

const HOME = new URL(self.registration.scope), ROOT = HOME.pathname;
const PREFIX = `minhbach:${ROOT}:`; // caches belong to a whole host, which may hold several sites
const FRAME = `${PREFIX}frame:${BUILD.id}`, PAGES = `${PREFIX}pages`, MEDIA = `${PREFIX}media`, INDEX = `${PREFIX}index`;

const fromCopies = new Set(); // windows whose page is a kept copy: what belongs to it comes from the copies first
const trims = new Map(), aged = new Set(); // of which caches one waits; which have been looked through for what is old
let isForgetting = false, ahead = null;

const open = async (name) => {
  if (isForgetting) throw new Error("asked to forget");
  return caches.open(name);
};
/** Under what something is kept: its address without a query, which nobody else has to know. */
const keyOf = (path) => new URL(path, HOME).href;
const pathOf = ({ origin, pathname }) => origin === HOME.origin && pathname.startsWith(ROOT) ? pathname.slice(ROOT.length).replace(/(^|\/)index\.html$/, "$1") : null;
const isPage = (path) => !path.slice(path.lastIndexOf("/") + 1).includes(".");
/** What is kept, if anything is: a fault of the storage must not stand between a reader and the site. */
const find = (name, key) => caches.match(key, { cacheName: name, ignoreVary: true }).catch(() => undefined);
const isOld = (kept) => Date.now() - Date.parse(kept?.headers.get(KEPT)) > MOST_AGE_MS;
/** Whole, our own, and found where it was asked for: all that may be kept. */
const isWhole = (answer) => answer.status === 200 && answer.type === "basic" && !answer.redirected;

async function isRight(answer, digest) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", await answer.clone().arrayBuffer()));
  return [...sum].map((byte) => byte.toString(16).padStart(2, "0")).join("").startsWith(digest);
}

/** The time of a copy: when the host answered, or now if it does not say. */
function timeOf(answer) {
  const said = Date.parse(answer.headers.get("date") ?? "");
  return new Date(said < Date.now() ? said : Date.now()).toISOString();
}

/* Keeping */

/** Fetch a file of this build, unless an earlier one had the same; fails if the host still has another. */
async function fetchFile(cache, path, digest) {
  const key = keyOf(path), before = await caches.match(key, { ignoreVary: true });
  if (before && await isRight(before, digest)) return cache.put(key, before);
  for (const way of ["no-cache", "reload"]) { // hosts compare times by the second, or not at all
    const answer = await fetch(key, { cache: way });
    if (isWhole(answer) && await isRight(answer, digest)) return cache.put(key, answer);
  }
  throw new Error(`not of this build: ${path}`);
}

/** The headers under which an answer is kept, with its time. */
function dated(answer) {
  const headers = new Headers(answer.headers);
  for (const of of ["content-encoding", "content-length", "set-cookie"]) headers.delete(of);
  headers.set(KEPT, timeOf(answer));
  return headers;
}

const stamp = (answer) => new Response(answer.body, { headers: dated(answer) });

/** Keep a page with its time and its title. Returns its HTML, or "" if it is none of ours. */
async function keepPage(name, key, answer) {
  const html = isWhole(answer) ? await answer.text() : "";
  if (!html.includes(OUR_FRAME)) return "";
  const headers = dated(answer);
  headers.set(TITLE, encodeURIComponent(/<title>([^<]*)/.exec(html)?.[1] ?? ""));
  await (await open(name)).put(key, new Response(html, { headers }));
  return html;
}

async function fetchPage(name, path) {
  const html = await keepPage(name, keyOf(path), await fetch(keyOf(path), { cache: "no-cache" }));
  if (!html.includes(BUILD.stylesheet)) throw new Error(`not of this build: ${path}`);
}

/** Drop what was used longest ago, and what is older than a month. Of several at once one waits for the others. */
function trim(name, most) {
  const [running, waiting] = trims.get(name) ?? [];
  if (waiting) return waiting;
  const next = Promise.resolve(running).catch(() => {}).then(() => {
    trims.set(name, [next, null]);
    return trimNow(name, most);
  });
  trims.set(name, [running, next]);
  return next;
}

async function trimNow(name, most) {
  const cache = await open(name), keys = await cache.keys();
  // The two pages of every visit, and looks in which kept pages are shown.
  const isPinned = ({ url }) => name === PAGES ? BUILD.pages.map(keyOf).includes(url) : LOOK.test(url);
  const loose = keys.filter((key) => !isPinned(key));
  await Promise.all(loose.slice(0, Math.max(0, loose.length - most)).map((key) => cache.delete(key)));
  if (aged.has(name)) return;
  aged.add(name);
  for (const key of keys) if (isOld(await cache.match(key))) await cache.delete(key);
}

const isGone = ({ status }) => status === 404 || status === 410;

/** Keep what a page was answered; what is gone from the site, or has moved, goes from here too. */
async function renewPage(key, answer) {
  if (BUILD.unkept.includes(pathOf(new URL(key)))) return;
  if (await keepPage(PAGES, key, answer)) await trim(PAGES, MOST_PAGES);
  else if (answer.status < 400 || isGone(answer)) await (await open(PAGES)).delete(key);
}

async function keepFile(place, key, answer) {
  const cache = await open(place.name);
  if (isGone(answer) && !place.digest) await cache.delete(key);
  if (!isWhole(answer)) return;
  if (place.digest) {
    if (!await cache.match(key) && await isRight(answer, place.digest)) await cache.put(key, answer);
    return;
  }
  if ((await answer.clone().blob()).size > MOST_BYTES) return;
  await cache.put(key, stamp(answer));
  await trim(place.name, place.most);
}

/** Where a file is kept, if it is. */
function placeOf(path, destination) {
  const digest = BUILD.frame[path] ?? BUILD.search[path];
  if (digest) return { name: FRAME, digest };
  if (path.startsWith(BUILD.index)) return { name: INDEX, most: BUILD.pieces ? ALL_PIECES : MOST_PIECES, isFixed: true };
  const isSeen = destination === "image" || destination === "style"; // another build's stylesheet, for a page of that build
  return isSeen && !BUILD.passed.some((folder) => path.startsWith(folder)) ? { name: MEDIA, most: MOST_MEDIA } : null;
}

/* Answering */

/** A kept page that says of what time it is; null if that cannot be said. */
async function date(kept) {
  const time = Date.parse(kept.headers.get(KEPT)), html = await kept.text(), body = /<body[^>]*>/.exec(html);
  if (!body || Number.isNaN(time)) return null;
  const [, year, month, day, clock] = /(.+)-(.+)-(.+)T(.{5})/.exec(new Date(time + 7 * 3_600_000).toISOString()); // in Viet Nam
  const words = BUILD.words.replace("{time}", clock).replace("{day}", `${day}/${month}/${year}`);
  const end = body.index + body[0].length;
  const banner = `<p class="mb-offline" role="status" lang="${BUILD.language}">${words}</p>`;
  return new Response(html.slice(0, end) + banner + html.slice(end), { headers: kept.headers });
}

/** The page for addresses never read, under any address: its ways lead from its own folder. */
async function showOffline() {
  const kept = await find(FRAME, keyOf(BUILD.offline));
  if (!kept) return Response.error();
  const html = (await kept.text()).replace(/(\s(?:href|src|action)=")\.\.(?:\/|(?="))/g, `$1${ROOT.replace(/&/g, "&amp;")}`);
  return new Response(html, { status: 503, headers: kept.headers });
}

async function openPage(event, path) {
  const key = keyOf(path);
  let renewed;
  // Asked anew every time: a number must not come from the browser's own memory either. A late answer is kept too.
  const online = fetch(event.request, { cache: "no-cache" }).then((answer) => {
    renewed = renewPage(key, answer.clone());
    return answer;
  });
  event.waitUntil(online.then(() => renewed).catch(() => {}));
  const kept = await find(PAGES, key);
  if (kept && !isOld(kept)) {
    const late = new Promise((_done, fail) => { setTimeout(fail, PATIENCE_MS, new Error("late")); });
    const answer = await Promise.race([online, late]).catch(() => null);
    if (answer && answer.status < 500) return answer;
    const again = kept.clone(), shown = await date(kept);
    if (shown) {
      remember(event.resultingClientId);
      event.waitUntil(find(PAGES, key).then(async (now) => now?.headers.get(KEPT) === again.headers.get(KEPT) && (await open(PAGES)).put(key, again)).catch(() => {})); // used last
      return shown;
    }
  }
  return online.catch(() => {
    remember(event.resultingClientId);
    return showOffline();
  });
}

function remember(client) {
  if (fromCopies.size > 200) fromCopies.clear();
  fromCopies.add(client);
}

async function openFile(event, path, place) {
  const key = keyOf(path);
  let kept;
  if (fromCopies.has(event.clientId) && event.request.destination === "worker") remember(event.resultingClientId); // the search
  if (place.isFixed || fromCopies.has(event.clientId)) kept = await find(place.name, key);
  if (kept) return kept;
  try {
    const answer = await fetch(event.request);
    event.waitUntil(keepFile(place, key, answer.clone()).catch(() => {}));
    return answer;
  } catch (error) {
    kept = await find(place.name, key);
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event, path = pathOf(new URL(request.url));
  if (request.method !== "GET" || path === null || request.headers.has("range")) return;
  if (request.mode === "navigate") {
    if (isPage(path)) event.respondWith(openPage(event, path));
    return;
  }
  const place = placeOf(path, request.destination);
  if (place) event.respondWith(openFile(event, path, place));
});

/* The life of a worker */

self.addEventListener("install", (event) => event.waitUntil((async () => {
  try {
    const cache = await open(FRAME);
    await Promise.all(Object.entries(BUILD.frame).map(([path, digest]) => fetchFile(cache, path, digest)));
    await Promise.all([fetchPage(FRAME, BUILD.offline), ...BUILD.pages.map((path) => fetchPage(PAGES, path))]);
  } catch (error) {
    await caches.delete(FRAME);
    throw error; // the worker of the build before stays; the browser tries again
  }
  await self.skipWaiting();
})()));

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && ![FRAME, PAGES, MEDIA, INDEX].includes(name));
  for (const name of old) {
    // Pages kept under an earlier look are still shown in it.
    const cache = await caches.open(name);
    for (const key of await cache.keys()) {
      const isLook = LOOK.test(key.url) && !(pathOf(new URL(key.url)) in BUILD.frame);
      if (isLook) await (await open(MEDIA)).put(key, stamp(await cache.match(key)));
    }
    await caches.delete(name);
  }
  if (!BUILD.pieces) await caches.delete(INDEX); // of another build: no list tells which pieces are still right
  await self.clients.claim();
})()));

/** What search needs; all of it where that is little. */
async function fetchAhead() {
  const frame = await open(FRAME);
  for (const [path, digest] of Object.entries(BUILD.search)) {
    if (!await frame.match(keyOf(path))) await fetchFile(frame, path, digest);
  }
  if (!BUILD.pieces) return;
  const index = await open(INDEX), register = await (await frame.match(keyOf(BUILD.register))).json();
  const texts = register.id.split(" ").filter(Boolean).map((id) => `fragment/${id}.pf_fragment`);
  const wanted = new Set([...BUILD.pieces, ...texts].map((piece) => keyOf(BUILD.index + piece)));
  for (const { url } of await index.keys()) if (!wanted.delete(url)) await index.delete(url);
  const missing = [...wanted];
  while (missing.length && !isForgetting) {
    await Promise.all(missing.splice(0, AT_ONCE).map(async (key) => {
      const answer = await fetch(key);
      if (isWhole(answer)) await (await open(INDEX)).put(key, stamp(answer));
    }));
  }
}

/** A page that was open before this worker was. */
async function keepSeen({ page, files }) {
  const path = pathOf(new URL(page));
  if (path === null || !isPage(path)) return;
  await renewPage(keyOf(path), await fetch(keyOf(path), { cache: "no-cache" }));
  for (const address of files) {
    const file = pathOf(new URL(address)), place = file !== null && placeOf(file, "image");
    if (place && place.name === MEDIA) await keepFile(place, keyOf(file), await fetch(keyOf(file)));
  }
}

self.addEventListener("message", (event) => {
  const { seen, isAhead, isForget } = event.data ?? {};
  if (seen) event.waitUntil(keepSeen(seen).catch(() => {}));
  if (isAhead) event.waitUntil(ahead ??= fetchAhead().catch(() => { ahead = null; }));
  if (isForget) {
    isForgetting = true;
    event.ports[0]?.postMessage("done");
  }
});
