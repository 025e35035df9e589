/* The reader's tools of an article: listen, text size, print, copy the link. Every button is hidden until it is
   known to work here; its words stand in the page. What is missing in a browser is simply not offered. */
(() => {
  "use strict";
  const KEY = "minhbach.text-size"; // also in inline/early.js, which applies it before anything is painted
  const SIZES = [90, 100, 115, 130, 150]; // percent
  const LONGEST = 180; // characters an utterance; Chromium falls silent after some 15 seconds

  const find = (name) => document.querySelector(`[data-mb="${name}"]`);
  const show = (element, shown = true) => { element.hidden = !shown; };
  const say = (place, words) => { if (place) place.textContent = words; };
  const status = find("status");
  const attempt = (action, otherwise = null) => {
    try { return action(); } catch (error) { return otherwise; } // storage may be switched off
  };

  /* Text size */

  const pair = find("text-size");
  if (pair) {
    const root = document.documentElement;
    const [smaller, larger] = [find("smaller"), find("larger")];
    const now = () => {
      const percent = Math.round(100 * (parseFloat(root.style.getPropertyValue("--mb-text")) || 1));
      return Math.max(0, SIZES.findIndex((size) => size >= percent));
    };
    const mark = () => {
      // Not "disabled": a button must not lose the focus under the finger that has pressed it.
      smaller.setAttribute("aria-disabled", String(now() === 0));
      larger.setAttribute("aria-disabled", String(now() === SIZES.length - 1));
    };
    const set = (size) => {
      const top = pair.getBoundingClientRect().top;
      if (size === 100) root.style.removeProperty("--mb-text");
      else root.style.setProperty("--mb-text", String(size / 100));
      attempt(() => (size === 100 ? localStorage.removeItem(KEY) : localStorage.setItem(KEY, String(size))));
      say(status, pair.dataset.says.replace("{size}", `${size}%`));
      mark();
      scrollBy(0, pair.getBoundingClientRect().top - top); // the buttons stay under the finger
    };
    const step = (by) => {
      const size = SIZES[now() + by];
      if (size) set(size);
    };
    smaller.addEventListener("click", () => step(-1));
    larger.addEventListener("click", () => step(1));
    addEventListener("pageshow", mark);
    mark();
    show(pair);

    const forget = find("forget");
    if (forget) {
      show(forget);
      forget.addEventListener("click", () => {
        set(100);
        attempt(() => localStorage.removeItem("minhbach.scheme"));
        delete root.dataset.scheme;
        say(status, forget.dataset.done);
      });
    }
  }

  /* Print */

  const printer = find("print");
  if (printer && typeof window.print === "function") {
    printer.addEventListener("click", () => window.print());
    show(printer);
  }
  const address = find("address"); // of a site that was built without knowing its own
  if (address) address.textContent = location.href.split("#")[0];
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("main details:not([open])")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    opened = [];
  });

  /* Share */

  const copier = find("copy");
  if (copier) {
    const said = find("share-status");
    const url = copier.dataset.url || copier.href;
    const copyByHand = () => {
      const field = document.createElement("textarea");
      field.value = url;
      field.style.position = "fixed"; // without scrolling to it
      field.style.opacity = "0";
      document.body.append(field);
      field.select();
      const done = attempt(() => document.execCommand("copy"), false);
      field.remove();
      copier.focus();
      return done ? Promise.resolve() : Promise.reject(new Error("refused"));
    };
    copier.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab was asked for
      event.preventDefault();
      const clipboard = navigator.clipboard;
      const written = clipboard ? attempt(() => clipboard.writeText(url)) || Promise.reject() : Promise.reject();
      written.catch(copyByHand).then(
        () => say(said, copier.dataset.done),
        () => say(said, copier.dataset.failed),
      );
    });
    const sharer = find("share");
    if (sharer && navigator.share) {
      sharer.addEventListener("click", () => {
        const shared = attempt(() => navigator.share({ title: document.title, url }));
        if (shared) shared.catch(() => {}); // the reader thought better of it
      });
      show(sharer);
    }
  }

  /* Listen */

  const listen = find("listen");
  const speech = window.speechSynthesis;
  if (!listen || !speech || !window.SpeechSynthesisUtterance) return;
  const stop = find("stop");
  let voice = null;
  let parts = [];
  let place = 0;
  let state = "still"; // still, speaking, paused
  let current = null; // kept here: an utterance that is collected as garbage never tells its end

  const chooseVoice = () => {
    const voices = (attempt(() => speech.getVoices()) || []).filter((one) => /^vi(?:[-_]|$)/i.test(one.lang));
    // One on the device sends the text to nobody.
    voice = voices.find((one) => one.localService) || voices[0] || null;
    show(listen, voice !== null);
  };

  const SKIPPED = "figure, details, table, svg, script, style, sup, [hidden], .mb-unseen, .headerlink";
  const NESTED = "p, ul, ol, dl, blockquote";
  const read = () => {
    const article = listen.closest(".mb-article") || document;
    const wanted = ["h1", ".mb-summary", ".mb-notes h2", ".mb-notes p"];
    wanted.push(...["h2", "h3", "h4", "p", "li", "dt", "dd"].map((tag) => `.mb-prose ${tag}`));
    const said = [];
    for (const element of article.querySelectorAll(wanted.join())) {
      if (element.closest(SKIPPED)) continue;
      const copy = element.cloneNode(true);
      for (const part of copy.querySelectorAll(`${SKIPPED}, ${NESTED}`)) part.remove();
      said.push(...split(copy.textContent));
    }
    return said;
  };
  /* Sentences; a long one is broken at a comma, else at a space, so that every piece is short enough. */
  const split = (text) => {
    const pieces = [];
    for (const sentence of text.replace(/\s+/g, " ").trim().match(/.+?(?:[.!?…]+["”’)]*(?=\s)|$)/g) || []) {
      let rest = sentence.trim();
      while (rest.length > LONGEST) {
        const head = rest.slice(0, LONGEST);
        const found = head.search(/[,;:–][^,;:–]*$/);
        const cut = found > LONGEST / 3 ? found + 1 : head.lastIndexOf(" ") > 0 ? head.lastIndexOf(" ") : LONGEST;
        pieces.push(rest.slice(0, cut).trim());
        rest = rest.slice(cut).trim();
      }
      if (/[\p{L}\p{N}]/u.test(rest)) pieces.push(rest);
    }
    return pieces;
  };

  const become = (next) => {
    state = next;
    listen.textContent = { still: listen.dataset.listen, speaking: listen.dataset.pause, paused: listen.dataset.resume }[next];
    if (next === "still" && document.activeElement === stop) listen.focus();
    show(stop, next !== "still");
  };
  const hush = () => {
    current = null; // whatever the old utterance still tells is no longer listened to
    attempt(() => speech.cancel());
  };
  const end = (words) => {
    hush();
    place = 0;
    become("still");
    say(status, words);
  };
  const speak = () => {
    if (place >= parts.length) return end(listen.dataset.finished);
    const utterance = new SpeechSynthesisUtterance(parts[place]);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = () => {
      if (utterance !== current) return;
      place += 1;
      speak();
    };
    utterance.onerror = () => { if (utterance === current) end(listen.dataset.failed); };
    current = utterance;
    attempt(() => speech.speak(utterance));
  };

  listen.addEventListener("click", () => {
    if (state === "speaking") {
      // Not speech.pause(): on phones it is the end, and elsewhere a long pause is. The sentence is read again.
      hush();
      become("paused");
      return;
    }
    if (state === "still") parts = read();
    hush();
    say(status, "");
    become("speaking");
    speak();
  });
  stop.addEventListener("click", () => end(""));
  addEventListener("pagehide", () => { if (state !== "still") end(""); });
  if (speech.addEventListener) speech.addEventListener("voiceschanged", chooseVoice);
  else speech.onvoiceschanged = chooseVoice; // Safari before 16
  chooseVoice();
})();
