// What audits ask of an open page. Each function returns what is wrong, in words; nothing is right.
(() => {
  const unseen = (element) => {
    const style = getComputedStyle(element);
    return style.clipPath !== "none" && element.clientWidth <= 1;
  };
  const isSeen = (element) => element.checkVisibility({opacityProperty: true, visibilityProperty: true})
    && !element.closest("[aria-hidden=true]");
  const isHeardOnly = (element) => {
    for (let part = element; part; part = part.parentElement) if (unseen(part)) return true;
    return false;
  };
  const called = (element) => {
    const words = (element.getAttribute("aria-label") || element.textContent).replace(/\s+/g, " ").trim();
    const classes = typeof element.className === "string" ? element.className.trim().replace(/\s+/g, ".") : "";
    return `${element.localName}${classes && `.${classes}`} “${words.slice(0, 50)}”`;
  };
  const pen = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
  const parse = (colour) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (colour) => {
    const [red, green, blue] = parse(colour).slice(0, 3).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const paper = (element) => {
    for (let part = element; part; part = part.parentElement) {
      const colour = getComputedStyle(part).backgroundColor;
      if (parse(colour)[3] > 250) return colour;
    }
    return "Canvas";
  };
  const scrolls = (element) => {
    for (let part = element; part && part !== document.body; part = part.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(part).overflowX) && part.scrollWidth > part.clientWidth) return true;
    }
    return false;
  };
  const texts = function* (root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || !isSeen(parent) || isHeardOnly(parent)) continue;
      if (parent.closest("script, style, noscript, select, svg, dialog:not([open])")) continue;
      yield [walker.currentNode, parent];
    }
  };
  const boxes = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((box) => box.width > 0.5 && box.height > 0.5);
  };
  const block = (element) => {
    while (getComputedStyle(element).display.startsWith("inline")) element = element.parentElement;
    return element;
  };

  // Nothing to scroll sideways but what scrolls by itself, and no word outside of the window.
  const overflow = () => {
    const found = [], wide = document.documentElement.scrollWidth;
    if (wide > innerWidth) found.push(`${wide} px wide in a window of ${innerWidth} px`);
    for (const [node, parent] of texts(document.body)) {
      if (scrolls(parent)) continue;
      for (const box of boxes(node)) {
        if (box.right > innerWidth + 1 || box.left < -1) {
          found.push(`${called(parent)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)}`);
          break;
        }
      }
    }
    return found;
  };

  // Words and numbers that a line broke in two. Codes with hyphens may be.
  const broken = () => {
    const found = [], range = document.createRange();
    for (const [node, parent] of texts(document.querySelector("main"))) {
      if (parent.closest("code, pre")) continue;
      for (const word of node.data.matchAll(/(?<![-\p{L}\d])[\p{L}\d.,]{2,}(?![-\p{L}\d])/gu)) {
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].filter((box) => box.width > 0.5).map((box) => Math.round(box.top)));
        if (lines.size > 1) found.push(`“${word[0]}” in ${called(parent)} stands on ${lines.size} lines`);
      }
    }
    return found;
  };

  // Words that are cut off by the box they stand in, or lie over others.
  const clipped = () => {
    const found = [], placed = [];
    for (const [node, parent] of texts(document.body)) {
      const rects = boxes(node);
      for (let part = parent; part && part !== document.body; part = part.parentElement) {
        const style = getComputedStyle(part);
        if (style.position === "fixed") break;
        const cutsX = ["hidden", "clip"].includes(style.overflowX), cutsY = ["hidden", "clip"].includes(style.overflowY);
        if (!cutsX && !cutsY) continue;
        const frame = part.getBoundingClientRect();
        if (rects.some((box) => (cutsX && (box.right > frame.right + 1.5 || box.left < frame.left - 1.5))
            || (cutsY && (box.bottom > frame.bottom + box.height / 4 || box.top < frame.top - box.height / 4)))) {
          found.push(`${called(parent)} is cut off by ${called(part)}`);
          break;
        }
      }
      if (!scrolls(parent)) placed.push(...rects.map((box) => ({box, parent, block: block(parent)})));
    }
    placed.sort((one, other) => one.box.top - other.box.top);
    placed.forEach((one, index) => {
      for (let next = index + 1; next < placed.length && placed[next].box.top < one.box.bottom; next += 1) {
        const other = placed[next];
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        const isFixed = [one, other].some((item) => ["fixed", "sticky"].some((kind) => {
          for (let part = item.parent; part; part = part.parentElement) if (getComputedStyle(part).position === kind) return true;
          return false;
        }));
        if (wide > 2 && high > 0.45 * Math.min(one.box.height, other.box.height) && one.block !== other.block && !isFixed) {
          found.push(`${called(one.parent)} lies over ${called(other.parent)}`);
        }
      }
    });
    return found;
  };

  // The words a reader sees in the content, to compare two windows. Heads of columns give way to labels in rows;
  // the summary of an article that a title leads to is left out on phones.
  const words = () => {
    const found = new Set();
    for (const [node, parent] of texts(document.querySelector("main"))) {
      if (!parent.closest("thead, .mb-card__summary")) for (const word of node.data.trim().split(/\s+/)) found.add(word);
    }
    return [...found].sort();
  };

  // WCAG 2.5.8: what is pressed measures 24 px, or stands far enough from everything else, or is part of a sentence.
  const targets = () => {
    const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, label:has(input)")]
      .filter((element) => isSeen(element) && !isHeardOnly(element))
      .map((element) => ({element, box: element.getBoundingClientRect()}))
      .filter(({box}) => box.width > 0 && box.height > 0);
    const isSmall = ({box}) => box.width < 23.9 || box.height < 23.9;
    const isInSentence = ({element}) => {
      if (!getComputedStyle(element).display.startsWith("inline") || element.localName !== "a") return false;
      const around = block(element.parentElement);
      const rest = around.innerText.length - element.innerText.length;
      return rest > 3;
    };
    const middle = ({box}) => [box.left + box.width / 2, box.top + box.height / 2];
    const judged = all.filter((one) => isSmall(one) && !isInSentence(one));
    return judged.filter((one) => {
      const [x, y] = middle(one);
      return all.some((other) => {
        if (other === one || other.element.contains(one.element) || one.element.contains(other.element)) return false;
        const across = Math.max(other.box.left - x, 0, x - other.box.right);
        const down = Math.max(other.box.top - y, 0, y - other.box.bottom);
        if (Math.hypot(across, down) < 12) return true;
        const [otherX, otherY] = middle(other);
        return judged.includes(other) && Math.hypot(otherX - x, otherY - y) < 24;
      });
    }).map(({element, box}) => `${called(element)} measures ${Math.round(box.width)} × ${Math.round(box.height)}`);
  };

  const outline = (element) => {
    const look = (style) => `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor} ${style.boxShadow}`;
    return [...(function* () {
      yield look(getComputedStyle(element));
      yield look(getComputedStyle(element, "::after"));
      const card = element.closest("li, label, form");
      if (card) yield look(getComputedStyle(card));
    })()];
  };
  const stops = () => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter((element) => element.tabIndex >= 0 && !element.disabled && isSeen(element)
      && (element.localName === "summary" || !element.closest("details:not([open]) > :not(summary)")));

  // WCAG 2.4.7, 2.4.11, 1.4.11: each stop of the Tab key is marked, in a colour that stands out, and not covered.
  // A key was pressed before, so the browser marks the focus as it does for keys.
  const focus = () => {
    const found = [], all = stops();
    document.activeElement?.blur();
    const before = new Map(all.map((element) => [element, outline(element)]));
    for (const element of all) {
      element.focus();
      if (document.activeElement !== element) { found.push(`${called(element)} takes no focus`); continue; }
      const after = outline(element), style = getComputedStyle(element);
      if (after.every((look, index) => look === before.get(element)[index])) found.push(`${called(element)} is not marked`);
      else if (style.outlineStyle !== "none" && style.outlineStyle !== "auto") {
        const ratio = contrast(style.outlineColor, paper(element.parentElement));
        if (parseFloat(style.outlineWidth) < 2) found.push(`${called(element)} is marked by ${style.outlineWidth}`);
        if (ratio < 3) found.push(`${called(element)} is marked with a contrast of ${ratio.toFixed(1)}`);
      }
      const box = [...element.getClientRects()].find((rect) => rect.width && rect.height);
      if (!box) continue;
      const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
      const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
      const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]]
        .map(([across, down]) => document.elementFromPoint(left + across * (right - left), top + down * (bottom - top)));
      if (!points.some((hit) => hit && (element.contains(hit) || hit.contains(element) && !["BODY", "HTML"].includes(hit.tagName) || hit.closest("label")?.control === element))) {
        found.push(`${called(element)} is covered or out of sight at ${Math.round(box.top)} px`);
      }
    }
    scrollTo(0, 0);
    return {found, count: all.length};
  };

  // What stays in place while the page moves, as a part of the window.
  const held = () => {
    scrollTo(0, document.documentElement.scrollHeight / 2);
    let height = 0;
    for (const element of document.querySelectorAll("body *")) {
      const style = getComputedStyle(element);
      if (!["fixed", "sticky"].includes(style.position) || !isSeen(element) || unseen(element)) continue;
      const box = element.getBoundingClientRect();
      const isHeld = style.position === "fixed" || Math.abs(box.top - parseFloat(style.top)) < 1;
      if (isHeld && box.width > innerWidth / 2) height += Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0));
    }
    scrollTo(0, 0);
    return height / innerHeight;
  };

  // Whatever moves, or would.
  const motion = () => {
    const found = document.getAnimations().filter((item) => item.effect.getComputedTiming().duration > 10)
      .map((item) => `animation on ${called(item.effect.target)}`);
    for (const element of document.querySelectorAll("html, body, body *")) {
      const style = getComputedStyle(element);
      const lasts = [...style.transitionDuration.split(","), ...style.animationName === "none" ? [] : style.animationDuration.split(",")];
      if (lasts.some((time) => parseFloat(time) > 0.01)) found.push(`${called(element)} takes ${lasts}`);
      if (style.scrollBehavior === "smooth") found.push(`${called(element)} scrolls smoothly`);
    }
    return found;
  };

  // In the colours of the system: bounds of what is pressed, the present page, and charts can still be made out.
  const forced = () => {
    const found = [];
    for (const control of document.querySelectorAll("button, .mb-tool, input:not([type=hidden]), select")) {
      if (!isSeen(control) || isHeardOnly(control)) continue;
      const style = getComputedStyle(control), around = paper(control.parentElement);
      const bounds = style.borderTopStyle !== "none" && parseFloat(style.borderTopWidth) > 0 && contrast(style.borderTopColor, around) >= 3;
      const isUnderlined = style.textDecorationLine.includes("underline");
      const isDrawing = control.querySelector("svg");
      if (!bounds && !isUnderlined && !isDrawing) found.push(`${called(control)} has no bounds`);
    }
    for (const current of document.querySelectorAll("[aria-current=page]")) {
      const other = [...current.closest("ul, ol, nav")?.querySelectorAll("a") ?? []].find((link) => !link.hasAttribute("aria-current"));
      if (!other || !isSeen(current)) continue;
      const look = (element) => {
        const style = getComputedStyle(element);
        const isLined = style.borderBottomStyle !== "none" && parseFloat(style.borderBottomWidth) > 0
          && contrast(style.borderBottomColor, paper(element)) >= 3;
        return [style.fontWeight, style.textDecorationLine, isLined, style.backgroundColor].join();
      };
      if (look(current) === look(other)) found.push(`${called(current)} looks like the other pages`);
    }
    for (const drawing of document.querySelectorAll("svg[role=img]")) {
      if (!isSeen(drawing)) continue;
      const ground = paper(drawing);
      const marks = [...drawing.querySelectorAll("path, rect, circle, line")].map((mark) => getComputedStyle(mark))
        .flatMap((style) => [style.fill, style.stroke]).filter((colour) => colour !== "none");
      if (marks.length && !marks.some((colour) => contrast(colour, ground) >= 3)) found.push(`${called(drawing)} cannot be made out`);
      for (const text of drawing.querySelectorAll("text")) {
        if (contrast(getComputedStyle(text).fill, ground) < 4.5) { found.push(`${called(text)} cannot be read`); break; }
      }
    }
    return found;
  };

  // Words in charts: within the drawing, clear of each other, and large enough; below 360 px they shrink with it.
  const charts = () => {
    const found = [];
    for (const drawing of document.querySelectorAll("main svg[role=img]")) {
      if (!isSeen(drawing)) continue;
      const frame = drawing.getBoundingClientRect();
      const all = [...drawing.querySelectorAll("text")].map((text) => ({text, box: text.getBoundingClientRect()}));
      all.forEach(({text, box}, index) => {
        const size = parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a;
        if (innerWidth >= 360 && size < 11.95) found.push(`“${text.textContent}” in a chart measures ${size.toFixed(1)} px`);
        if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) {
          found.push(`“${text.textContent}” reaches out of its chart`);
        }
        for (const other of all.slice(index + 1)) {
          const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          if (wide > 1 && high > 4) found.push(`“${text.textContent}” and “${other.text.textContent}” lie over each other`);
        }
      });
    }
    return found;
  };

  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  // A content security policy forbids style elements, not style sheets that scripts hold.
  const style = (rules) => sheet.replaceSync(rules);

  window.audit = {overflow, broken, clipped, words, targets, focus, held, motion, forced, charts, style};
})();
