// The search page: reads the form, shows what the index finds, keeps the address in step so that a search can be
// linked and the way back works. Words stand behind the "#" of an address, which browsers send to nobody.

import { Thread } from "./search-thread.js";

// Results follow the typing. A letter alone, or letters without a vowel, are no word yet and begin half of all words:
// they wait longer for the next key.
const PAUSE_MS = 100, LONG_PAUSE_MS = 600;
const STEP = 10;
const FIELDS = { q: "text", loai: "kind", muc: "section", nam: "year", xep: "order" };

const place = document.getElementById("mb--search");
const form = place.querySelector("form"), field = document.getElementById("mb--q");
const control = (name) => name === "q" ? field : form.elements[name];
const status = place.querySelector(".mb-search__status"), help = place.querySelector(".mb-search__help");
const list = place.querySelector(".mb-search__results"), more = place.querySelector(".mb-search__more");
const messages = JSON.parse(place.dataset.messages);
const root = new URL("../../", import.meta.url);
const index = new Thread(form.action);
const pageTitle = document.title;

let latest = 0, timer = 0, isGoing = false;

/** A message with its fields filled in. */
const say = (name, values = {}) => messages[name].replace(/\{(\w+)\}/g, (_all, key) => values[key]);
const written = (number) => number.toLocaleString("vi");

function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

/** What the form asks for; also what an address asks for. */
const asked = () => Object.fromEntries(Object.entries(FIELDS).map(([name, key]) => [key, control(name)?.value.trim() ?? ""]));

function addressOf(query) {
  const wanted = new URLSearchParams(Object.entries(FIELDS).filter(([, key]) => query[key]).map(([name, key]) => [name, query[key]]));
  return location.origin + location.pathname + (query.text ? `#${wanted}` : "");
}

function fillForm() {
  // Addresses of before have the words behind a "?".
  const parameters = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : location.search);
  for (const name of Object.keys(FIELDS)) {
    const place = control(name);
    if (!place) continue;
    place.value = parameters.get(name) ?? "";
    // A choice that this site does not have.
    if (place.selectedIndex === -1) place.selectedIndex = 0;
  }
}

/** The words by which the form names a choice. */
function nameOf(name, value) {
  return [...(control(name)?.options ?? [])].find((option) => option.value === value)?.text ?? "";
}

const dayWords = (day) => day % 10000 === 0 ? String(day / 10000 || "")
  : [day % 100, Math.floor(day / 100) % 100, Math.floor(day / 10000)].map((part) => String(part).padStart(2, "0")).join("/");

const marked = (pieces) => pieces.map(({ text, isHit }) => isHit ? element("mark", {}, text) : text);

function showResult({ address, kind, section, day, title, excerpt }) {
  const facts = [nameOf("loai", kind), section && nameOf("muc", section), dayWords(day)].filter(Boolean).join(" · ");
  list.append(element("li", { class: "mb-search__result" },
    element("h2", {}, element("a", { href: new URL(address, root).href }, ...marked(title))),
    element("p", { class: "mb-meta" }, facts),
    element("p", { class: "mb-search__excerpt" }, ...marked(excerpt))));
}

/** Show the next results; the first of them gets the focus. */
async function showMore() {
  if (isGoing) return;
  const turn = latest;
  isGoing = true;
  try {
    const next = await index.more(STEP);
    if (turn !== latest) return;
    const before = list.children.length;
    next.forEach(showResult);
    more.hidden = list.children.length >= Number(list.dataset.total);
    list.children[before]?.querySelector("a").focus();
  } catch (error) {
    if (turn === latest) status.textContent = messages.failed;
    console.error(error);
  } finally {
    isGoing = false;
  }
}

function clear() {
  // Whoever followed one of the links offered stays in this place.
  if (help.contains(document.activeElement)) status.focus();
  list.replaceChildren();
  help.replaceChildren();
  more.hidden = true;
}

/** Offer other searches as links, which work like any other. */
function offer(heading, links) {
  help.replaceChildren(...(heading ? [element("p", { id: "mb--nearest" }, heading)] : []),
    element("ul", heading ? { "aria-labelledby": "mb--nearest" } : {},
      ...links.map(([query, words]) => element("li", {}, element("a", { href: addressOf(query) }, words)))));
}

async function search() {
  const turn = ++latest, query = asked(), { text } = query;
  document.title = text ? `${text} – ${pageTitle}` : pageTitle;
  if (!text) {
    status.textContent = "";
    return clear();
  }
  const waiting = setTimeout(() => { if (turn === latest) status.textContent = messages.loading; }, 400);
  try {
    const { kind, section, year, order } = query;
    const found = await index.find(text, { kind, section, year, newest: order === "moi" }, STEP);
    clearTimeout(waiting);
    if (turn !== latest) return;
    show(found, query);
    if (found?.count === 0) await suggest(turn, text);
  } catch (error) {
    if (turn !== latest) return;
    clear();
    status.textContent = messages.failed;
    console.error(error);
  } finally {
    clearTimeout(waiting);
  }
}

/** Show what was found; nothing is for a text without words. */
function show(found, query) {
  const { text } = query, { read, total, count, first } = found ?? { total: 0, count: 0 };
  clear();
  if (total) {
    first.forEach(showResult);
    list.dataset.total = total;
    more.hidden = total <= first.length;
    status.textContent = say(read === text ? "found" : "instead", { count: written(total), query: text, read });
    return;
  }
  if (count) {
    status.textContent = say("narrow", { query: text, count: written(count) });
    offer("", [[{ text, order: query.order }, messages.widen]]);
    return;
  }
  status.textContent = say("none", { query: text });
}

/** Offer the nearest words to those that nothing holds. */
async function suggest(turn, text) {
  const suggestions = await index.suggest(text);
  if (turn !== latest || !suggestions.length) return;
  offer(messages.nearest, suggestions.map(({ words, count }) => [{ text: words }, say("suggestion", { words, count: written(count) })]));
}

/** Whether the last word is too little to be searched while it is typed. */
const isBegun = (text) => /(?:^|\s)(?:\p{L}|[bcdđghklmnpqrstvxwfjz]+)$/iu.test(text);

/** Search now; `isStep` makes it one to come back to. */
function go(isStep) {
  clearTimeout(timer);
  const address = addressOf(asked());
  if (address !== location.href) history[isStep ? "pushState" : "replaceState"](null, "", address);
  search();
}

function fromAddress() {
  fillForm();
  if (location.search) history.replaceState(null, "", addressOf(asked()));
  clearTimeout(timer);
  search();
}

place.querySelector(".mb-search__needs").remove();
more.textContent = messages.more;
status.tabIndex = -1;

form.addEventListener("submit", (event) => { event.preventDefault(); go(true); });
field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(go, isBegun(field.value) ? LONG_PAUSE_MS : PAUSE_MS, false);
  index.prepare(field.value).catch(() => {});
});
form.addEventListener("change", (event) => { if (event.target !== field) go(true); });
more.addEventListener("click", showMore);
window.addEventListener("popstate", fromAddress);

field.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && field.value) {
    event.preventDefault();
    field.value = "";
    go(false);
  } else if (event.key === "ArrowDown") {
    const first = list.querySelector("a");
    if (first) { event.preventDefault(); first.focus(); }
  }
});
list.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { event.preventDefault(); field.focus(); return; }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.target.tagName !== "A") return;
  const links = [...list.querySelectorAll("a")], at = links.indexOf(event.target) + step;
  event.preventDefault();
  (at < 0 ? field : links[Math.min(at, links.length - 1)]).focus();
});

fromAddress();
// Whoever opens this page will search; a failure is told when they do.
index.load().catch(() => {});
