/* What the browser tests look for in a page: each function returns a list of sentences, empty when all is well. */
"use strict";

window.looking = (() => {
  const name = (element) => {
    const words = (element.getAttribute("aria-label") || element.textContent || element.name || "").trim().replace(/\s+/g, " ");
    const kind = element.tagName.toLowerCase() + (element.className && typeof element.className === "string" ? `.${element.className.trim().split(/\s+/).join(".")}` : "");
    return `${kind} “${words.slice(0, 60)}”`;
  };
  const shown = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  /* Only spoken: a box of a pixel, or one that is clipped to nothing. */
  const forReadersAlone = (element) => {
    for (let each = element; each && each !== document.body; each = each.parentElement) {
      const box = each.getBoundingClientRect();
      const clip = getComputedStyle(each);
      if ((box.width <= 1 && box.height <= 1) || clip.clipPath.startsWith("inset(50%") || clip.clip === "rect(0px, 0px, 0px, 0px)") return true;
    }
    return element.closest(".skip-link") !== null;
  };
  const scrolls = (element) => {
    for (let each = element; each && each !== document.body; each = each.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(each).overflowX)) return true;
    }
    return false;
  };

  /* The page is wider than the window, and what makes it so. */
  function tooWide() {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const guilty = [...document.body.querySelectorAll("*")].filter(
      (each) => shown(each) && !scrolls(each) && each.getBoundingClientRect().right > room + 1,
    );
    return [`the page is ${document.documentElement.scrollWidth} px wide, the window ${room}: ${guilty.slice(-3).map(name).join("; ")}`];
  }

  /* Words that their own box cuts off. A cut that says so (an ellipsis) is meant. */
  function cutOff() {
    const found = [];
    for (const each of document.body.querySelectorAll("*")) {
      if (!shown(each) || forReadersAlone(each) || ["SVG", "USE", "SELECT", "INPUT", "TEXTAREA"].includes(each.tagName.toUpperCase())) continue;
      const style = getComputedStyle(each);
      const wide = ["hidden", "clip"].includes(style.overflowX) && each.scrollWidth > each.clientWidth + 1;
      const high = ["hidden", "clip"].includes(style.overflowY) && each.scrollHeight > each.clientHeight + 1;
      if ((wide && style.textOverflow !== "ellipsis") || high) found.push(`cut off: ${name(each)}`);
    }
    return found;
  }

  /* Things to press that lie on each other. */
  function overlapping() {
    const things = [...document.querySelectorAll("main a, main button, main input, main select, main textarea, main summary, header a, header button, header summary")]
      .filter((each) => shown(each) && !forReadersAlone(each) && !each.closest("svg")) // places on a map lie where they lie
      .flatMap((each) => [...each.getClientRects()].map((box) => ({ each, box })));
    const found = [];
    things.forEach((one, place) => {
      for (const other of things.slice(place + 1)) {
        if (one.each.contains(other.each) || other.each.contains(one.each)) continue;
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        const fixed = one.each.closest("header") !== other.each.closest("header"); // the header stays while the page scrolls
        if (wide > 3 && high > 3 && !fixed) found.push(`${name(one.each)} lies on ${name(other.each)}`);
      }
    });
    return found;
  }

  /* Every text a third longer, in brackets, as another language might be. Data grow as well, which asks a little more. */
  function lengthen() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const words = text.data.trim();
      if (!/\p{L}/u.test(words) || text.parentElement.closest("script, .num, [href^=tel]")) continue;
      const more = words.split(/\s+/).slice(0, Math.ceil(words.split(/\s+/).length / 3)).map((word) => word.slice(0, 9));
      text.data = text.data.replace(words, `⟦${words} ${more.join(" ")}⟧`);
    }
    for (const field of document.querySelectorAll("[placeholder]")) field.placeholder += " " + field.placeholder.slice(0, 9);
  }

  return { tooWide, cutOff, overlapping, lengthen };
})();
