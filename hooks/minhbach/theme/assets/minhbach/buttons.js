/* Buttons that copy a few words (an account's number, what to write with a transfer) or print the page. They are
   hidden until the script runs; the words themselves stand on the page. */
(() => {
  "use strict";
  const byHand = (words, button) => {
    const field = document.createElement("textarea");
    field.value = words;
    field.style.position = "fixed"; // without scrolling to it
    field.style.opacity = "0";
    document.body.append(field);
    field.select();
    let done = false;
    try { done = document.execCommand("copy"); } catch (error) { done = false; }
    field.remove();
    button.focus();
    return done ? Promise.resolve() : Promise.reject(new Error("refused"));
  };
  for (const button of document.querySelectorAll('[data-mb="copy-words"]')) {
    const { words, done, failed } = button.dataset;
    button.addEventListener("click", () => {
      const written = navigator.clipboard ? navigator.clipboard.writeText(words) : Promise.reject(new Error("none"));
      const say = (told) => { button.closest(".mb-give").querySelector('[data-mb="copy-status"]').textContent = told; };
      written.catch(() => byHand(words, button)).then(() => say(done), () => say(failed));
    });
    button.hidden = false;
  }
  for (const button of document.querySelectorAll('[data-mb="print"]')) {
    button.addEventListener("click", () => window.print());
    button.hidden = typeof window.print !== "function";
  }
})();
