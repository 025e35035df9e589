/* The button for a light or dark background, the way to the search, and links of a site that is opened from a disk. */
(() => {
  "use strict";
  const KEY = "minhbach.scheme"; // also in inline/early.js, which applies it before anything is painted
  const root = document.documentElement, button = document.querySelector('[data-mb="scheme"]');
  const device = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : device.matches);
  const name = () => button.setAttribute("aria-label", isDark() ? button.dataset.light : button.dataset.dark);

  if (button) {
    button.addEventListener("click", () => {
      const chosen = isDark() ? "light" : "dark";
      // What the device asks for anyway is not a choice to keep: a reader goes back to it by the same button.
      const isDevices = (chosen === "dark") === device.matches;
      if (isDevices) delete root.dataset.scheme;
      else root.dataset.scheme = chosen;
      try {
        if (isDevices) localStorage.removeItem(KEY);
        else localStorage.setItem(KEY, chosen);
      } catch (error) { /* storage may be switched off: the choice holds for this page */ }
    });
    device.addEventListener?.("change", name);
    new MutationObserver(name).observe(root, { attributes: true, attributeFilter: ["data-scheme"] });
    name();
  }

  // Behind the "#" of an address the words stay in the browser: nobody is told what is looked for.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.mb !== "find") return;
    event.preventDefault();
    const words = form.querySelector("input").value.trim();
    const page = form.action + (location.protocol === "file:" ? "index.html" : "");
    location.href = words ? `${page}#${new URLSearchParams({ q: words })}` : page;
  });

  // Opened from a disk, "tin-tuc/" would list a folder; lead to the page in it.
  if (location.protocol === "file:") {
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (link && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
    }, true);
  }
})();
