// The page that finds a gift: reads the form, shows what find-gift-index.js finds, keeps the address in step so that a
// search can be shared. Nothing typed here leaves the browser.

import { NameSearch, TooOldError, findCode, findReceipt, keyOf, readAmount, readCode, rootOf } from "./find-gift-index.js";

const FEWEST_LETTERS = 2;
const STEP = 20;
const FIELDS = ["q", "tu", "den", "tien"];

function start(place) {
  const form = place.querySelector("form"), field = form.elements.q;
  const status = place.querySelector(".mb-search__status"), help = place.querySelector(".mb-find-gift__help");
  const list = place.querySelector(".mb-search__results"), more = place.querySelector(".mb-search__more");
  const { messages, purposes, codes } = JSON.parse(place.dataset.settings);
  let latest = 0, search = null, waiting = [], isGoing = false;

  const say = (name, values = {}) => messages[name].replace(/\{(\w+)\}/g, (_all, key) => values[key]);
  const written = (number) => number.toLocaleString("vi-VN");
  const dayWords = (day) => day.split("-").reverse().join("/");
  const money = (amount) => say("money", { amount: written(amount) });

  function element(name, attributes, ...content) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  }

  function given({ amount, item, quantity, unit }) {
    if (item === undefined) return amount === null ? "" : money(amount);
    const goods = [quantity && written(Number(quantity)), unit, item].filter(Boolean).join(" ");
    return `${goods} (${amount === null ? messages.unvalued : say("valued", { amount: money(amount) })})`;
  }

  function changed(row) {
    const values = { given: given(row.kind === "r" && row.amount !== null ? { ...row, amount: -row.amount } : row) };
    const facts = [dayWords(row.day), row.receipt && say("receipt", { receipt: row.receipt })].filter(Boolean).join(" · ");
    return element("li", {}, `${say(row.kind === "r" ? "refund" : "correction", values)} · ${facts}`);
  }

  function show(gift) {
    const name = gift.kind === "c" ? messages.collection : gift.name || (codes ? messages.yours : messages.anonymous);
    const facts = [gift.day ? dayWords(gift.day) : messages.undated, !codes && gift.receipt && say("receipt", { receipt: gift.receipt })].filter(Boolean).join(" · ");
    const item = element("li", { class: "mb-search__result mb-gift", tabindex: "-1" },
      element("h2", { class: "mb-gift__name" }, name),
      element("p", { class: "mb-gift__given" }, ["r", "x"].includes(gift.kind) ? say(gift.kind === "r" ? "refund" : "correction", { given: given(gift) }) : given(gift)),
      element("p", { class: "mb-meta" }, facts));
    const to = purposes[gift.purpose];
    if (to) {
      item.append(element("p", { class: "mb-gift__purpose" }, to.address ? element("a", { href: to.address }, to.name) : to.name,
        ...(to.money ? [" · ", element("a", { href: to.money }, messages.became)] : [])));
    }
    if (gift.changes.length) item.append(element("ul", { class: "mb-gift__changes" }, ...gift.changes.map(changed)));
    list.append(item);
  }

  function showNext(isAsked) {
    const before = list.children.length;
    waiting.splice(0, STEP).forEach(show);
    more.hidden = !waiting.length && !search?.places.length;
    more.textContent = waiting.length ? messages.more : messages.further;
    if (isAsked) list.children[before]?.focus();
  }

  function clear(words = "") {
    list.replaceChildren();
    help.hidden = true;
    more.hidden = true;
    search = null;
    waiting = [];
    status.textContent = words;
  }

  function tell() {
    const values = { count: written(search.gifts.length), query: search.text,
      looked: written(search.isWhole && search.total !== null ? search.total : search.looked),
      total: search.total === null ? "" : search.isOpen ? say("atLeast", { count: written(search.total) }) : written(search.total) };
    const isNarrow = Object.values(search.wanted).some((value) => value !== "" && value !== null);
    const manner = search.isWhole ? (search.looked && isNarrow ? "narrowed" : "found") : "partly";
    status.textContent = search.gifts.length || manner === "partly" ? say(manner, values)
      : search.looked ? say("other", values) : say("none", values);
    help.hidden = search.gifts.length > 0 && search.isWhole;
  }

  async function ask() {
    const turn = ++latest, text = field.value.trim();
    const value = (name) => form.elements[name]?.value.trim() ?? "";
    if (!text) return clear();
    const amount = value("tien") ? readAmount(value("tien")) : null;
    if (Number.isNaN(amount)) return clear(say("amount", { found: value("tien") }));
    const code = codes ? readCode(text) : "";
    if (codes && !code) return clear(messages.slip);
    if (codes && !globalThis.crypto?.subtle) return clear(messages.insecure);
    if (!codes && keyOf(text).length < FEWEST_LETTERS) return clear(messages.short);
    const slow = setTimeout(() => { if (turn === latest) clear(messages.loading); }, 300);
    try {
      const root = await rootOf();
      const single = codes ? await findCode(root, code, codes) : await findReceipt(root, text);
      const names = new NameSearch(root, text, { from: value("tu"), until: value("den"), amount });
      if (!single.length && !codes) await names.begin();
      if (turn !== latest) return;
      clear();
      if (single.length || codes) {
        waiting = single;
        status.textContent = say(single.length ? "found" : "none", { count: written(single.length), query: text });
        help.hidden = single.length > 0;
      } else {
        search = names;
        waiting = [...names.gifts];
        tell();
      }
      showNext(false);
    } catch (error) {
      if (turn === latest) clear(error instanceof TooOldError ? messages.old : messages.failed);
      console.error(error);
    } finally {
      clearTimeout(slow);
    }
  }

  async function goOn() {
    if (waiting.length) return showNext(true);
    if (isGoing) return;
    const turn = latest;
    isGoing = true;
    try {
      const found = await search.goOn();
      if (turn !== latest) return;
      waiting = found;
      tell();
      showNext(true);
    } catch (error) {
      if (turn === latest) status.textContent = messages.failed;
      console.error(error);
    } finally {
      isGoing = false;
    }
  }

  // A code is a secret: it never stands in the address.
  const inAddress = () => new URLSearchParams(FIELDS.map((name) => [name, form.elements[name]?.value.trim() ?? ""]).filter(([, value]) => value));
  function fromAddress() {
    const asked = new URLSearchParams(location.hash.slice(1));
    // Other addresses are places on the page.
    if (codes || (location.hash && !FIELDS.some((name) => asked.has(name)))) return;
    for (const name of FIELDS) form.elements[name].value = asked.get(name) ?? "";
    ask();
  }

  place.querySelector(".mb-search__needs").remove();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!codes) history.pushState(null, "", `#${inAddress()}`);
    ask();
  });
  more.addEventListener("click", goOn);
  addEventListener("popstate", fromAddress);
  fromAddress();
}

const place = document.getElementById("mb--find");
if (place) start(place);
