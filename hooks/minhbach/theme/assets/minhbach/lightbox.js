// Photos enlarged on the page. Without this script every thumbnail is a plain link to its photo.
// The words come from the page (data attributes of the script element), so that they are translated there.
(() => {
  "use strict";
  const words = document.currentScript.dataset;
  const links = [...document.querySelectorAll("a.mb-photo__link")];
  if (!links.length || typeof HTMLDialogElement !== "function") return;

  const make = (tag, name, attributes = {}) => {
    const element = document.createElement(tag);
    element.className = name;
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    return element;
  };
  const button = (name, label, sign) => {
    const element = make("button", `mb-lightbox__button mb-lightbox__${name}`, {type: "button", "aria-label": label});
    element.append(make("span", "", {"aria-hidden": "true"}));
    element.firstChild.textContent = sign;
    return element;
  };

  const dialog = make("dialog", "mb-lightbox", {"aria-label": words.label});
  const close = button("close", words.close, "×");
  const previous = button("previous", words.previous, "‹");
  const next = button("next", words.next, "›");
  const stage = make("div", "mb-lightbox__stage");
  // Announced whenever it changes: which photo of how many, and its caption.
  const told = make("div", "mb-lightbox__words", {"aria-live": "polite", "aria-atomic": "true"});
  const count = make("span", "mb-lightbox__count", {"aria-hidden": "true"});
  const position = make("span", "mb-unseen");
  const caption = make("span", "mb-lightbox__caption");
  told.append(count, position, caption);
  dialog.append(close, stage, told);
  if (links.length > 1) dialog.append(previous, next);
  let shown = 0;

  const show = index => {
    shown = (index + links.length) % links.length;
    const link = links[shown];
    const picture = document.createElement("picture");
    if (link.dataset.phone) {
      picture.append(make("source", "", {
        type: "image/avif", media: "(max-width: 600px)", srcset: link.dataset.phone,
      }));
    }
    const image = make("img", "mb-lightbox__image", {alt: link.querySelector("img").alt});
    image.src = link.href;
    picture.append(image);
    stage.replaceChildren(picture);
    const figcaption = link.closest("figure").querySelector("figcaption");
    caption.textContent = figcaption ? figcaption.textContent.trim() : "";
    count.textContent = links.length > 1 ? `${shown + 1}/${links.length}` : "";
    position.textContent = links.length > 1
      ? `${words.position.replace("{number}", shown + 1).replace("{count}", links.length)}. ` : "";
  };

  links.forEach((link, index) => link.addEventListener("click", event => {
    // With a modifier the reader wants a tab of its own.
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!dialog.isConnected) document.body.append(dialog);
    dialog.showModal();
    show(index);
    close.focus();
  }));
  close.addEventListener("click", () => dialog.close());
  previous.addEventListener("click", () => show(shown - 1));
  next.addEventListener("click", () => show(shown + 1));
  dialog.addEventListener("click", event => {
    if (event.target === dialog || event.target === stage) dialog.close();
  });
  dialog.addEventListener("keydown", event => {
    const step = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    show(shown + step);
  });
  dialog.addEventListener("close", () => {
    stage.replaceChildren();
    links[shown].focus();
  });

  // On a phone the smaller copy is shown until the reader looks closer; without it, the largest takes its place.
  window.visualViewport?.addEventListener("resize", () => {
    if (window.visualViewport.scale > 1.3) stage.querySelector("source")?.remove();
  });

  // A swipe with one finger; a pinch enlarges as it does everywhere.
  let start = null;
  dialog.addEventListener("touchstart", event => {
    start = event.touches.length === 1 ? event.touches[0].clientX : null;
  }, {passive: true});
  dialog.addEventListener("touchend", event => {
    if (start === null || event.touches.length) return;
    const moved = event.changedTouches[0].clientX - start;
    start = null;
    const zoomed = window.visualViewport && window.visualViewport.scale > 1.05;
    if (Math.abs(moved) > 60 && !zoomed) show(shown + (moved < 0 ? 1 : -1));
  }, {passive: true});
})();
