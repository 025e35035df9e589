/* Counts an article as opened once and shows how often it was (page_views: in data/organisation.yml).
   Asks the counter for nothing on a preview, in a frame, for a machine, or where the reader asks not to be tracked.
   Whatever goes wrong, nothing is shown. */
(() => {
  "use strict";
  const PATIENCE_MS = 5000;
  const LOCAL = /^$|^localhost$|\.(?:localhost|local|test|internal)$|^(?:127|10|0)\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^\[/;
  const place = document.querySelector('[data-mb="views"]');
  if (!place || !window.fetch || !window.AbortController) return;
  if (!/^https?:$/.test(location.protocol) || LOCAL.test(location.hostname)) return;
  if (window.top !== window || navigator.webdriver) return;
  if (navigator.doNotTrack === "1" || window.doNotTrack === "1" || navigator.globalPrivacyControl) return;

  const { counter, path } = place.dataset;
  const QUIETLY = { credentials: "omit", referrerPolicy: "no-referrer" };

  const count = async () => {
    const waiting = new AbortController();
    const timer = setTimeout(() => waiting.abort(), PATIENCE_MS);
    try {
      const title = document.querySelector("h1").textContent.trim().slice(0, 300);
      const question = new URLSearchParams({ p: path, t: title });
      const asked = { ...QUIETLY, signal: waiting.signal };
      await fetch(`${counter}/count?${question}`, { ...asked, mode: "no-cors", cache: "no-store", keepalive: true });
      const answer = await fetch(`${counter}/counter/${encodeURIComponent(path)}.json`, asked);
      if (!answer.ok) return; // 404: this is the first time, and it is counted within seconds
      const views = readNumber((await answer.json()).count);
      if (!views) return;
      const number = place.querySelector("data");
      number.value = String(views);
      number.textContent = views.toLocaleString(document.documentElement.lang || "vi");
      place.hidden = false;
    } catch (error) {
      // Unreachable, blocked, too slow, or an answer that is no number.
    } finally {
      clearTimeout(timer);
    }
  };

  /* The counter writes "1 234", "1,234" or "1.234", as its own settings say. */
  const readNumber = (words) => {
    const grouped = /^\d{1,3}(?:([ \u00a0\u202f\u2009.,'’])\d{3})(?:\1\d{3})*$/;
    if (typeof words !== "string" && typeof words !== "number") return 0;
    return /^\d{1,12}$/.test(words) || grouped.test(words) ? Number(String(words).replace(/\D/g, "")) : 0;
  };

  /* A page opened in the background, or made ready before it is asked for, counts when it is seen. */
  const whenSeen = () => {
    if (document.visibilityState !== "visible") return;
    document.removeEventListener("visibilitychange", whenSeen);
    count();
  };
  document.addEventListener("visibilitychange", whenSeen);
  whenSeen();
})();
