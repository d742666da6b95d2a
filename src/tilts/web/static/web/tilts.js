/* What a page does beyond HTML; every page works without it. */
"use strict";

/* When htmx fails, say so where the reader is: by itself it stays silent. */
function tellFailure(reason) {
  const place = document.getElementById("request-failed");
  if (!place) return;
  place.textContent = place.dataset[reason];
  place.hidden = false;
  place.scrollIntoView({ block: "nearest" });
}

document.addEventListener("htmx:sendError", () => tellFailure("offline"));
document.addEventListener("htmx:timeout", () => tellFailure("offline"));
document.addEventListener("htmx:responseError", () => tellFailure("refused"));
document.addEventListener("htmx:afterOnLoad", (event) => {
  const place = document.getElementById("request-failed");
  if (place && event.detail.successful) place.hidden = true;
});

/* After a form came back with errors, reading goes on at their summary. */
function showSummary(root) {
  const summary = root.querySelector("#error-summary");
  if (!summary?.closest("[data-sample], [data-leaves-cursor]")) summary?.focus();
}

document.addEventListener("DOMContentLoaded", () => showSummary(document));
document.addEventListener("htmx:afterSwap", (event) => showSummary(event.target));

/* Menus close on Escape and on a click elsewhere. */
function closeMenus(except) {
  for (const menu of document.querySelectorAll("details.drop-menu[open]")) {
    if (menu !== except) menu.open = false;
  }
}

document.addEventListener("click", (event) => closeMenus(event.target.closest("details.drop-menu")));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.querySelector("details.drop-menu[open]");
  closeMenus(null);
  open?.querySelector("summary").focus();
});

/* Light or dark at once; the server reads the same cookie when it draws the next page. */
document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-theme-switch]");
  if (!form || !event.submitter) return;
  event.preventDefault();
  const theme = event.submitter.value;
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `tilts_theme=${theme}; path=/; max-age=${theme ? 31536000 : 0}; samesite=lax${secure}`;
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  for (const button of form.querySelectorAll("button")) {
    if (button === event.submitter) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
  closeMenus(null);
});

/* A file dropped anywhere on a drop zone lands in its field. */
function zoneOf(event) {
  return event.target.closest?.("[data-drop-zone]") ?? null;
}

for (const kind of ["dragenter", "dragover"]) {
  document.addEventListener(kind, (event) => {
    const zone = zoneOf(event);
    if (!zone) return;
    event.preventDefault();
    zone.classList.add("is-over");
  });
}
document.addEventListener("dragleave", (event) => {
  const zone = zoneOf(event);
  if (zone && !zone.contains(event.relatedTarget)) zone.classList.remove("is-over");
});
document.addEventListener("drop", (event) => {
  const zone = zoneOf(event);
  if (!zone) return;
  event.preventDefault();
  zone.classList.remove("is-over");
  const input = zone.querySelector("[data-drop-input]");
  if (!input || event.dataTransfer.files.length === 0) return;
  input.files = event.dataTransfer.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
});

/* A field marked so sends its form as soon as it is filled: one click less. */
document.addEventListener("change", (event) => {
  if (event.target.matches?.("[data-submit-on-change]")) event.target.form.requestSubmit();
});

/* One dialog for the whole page. What it shows is a part of a page that works by itself, too. */
async function showInDialog(address, part, label) {
  const dialog = document.getElementById("dialog");
  const answer = dialog?.showModal ? await fetch(address, { headers: { Accept: "text/html" } }).catch(() => null) : null;
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  const found = page?.getElementById(part);
  if (!found) {
    location.assign(address);
    return;
  }
  const heading = document.createElement("h2");
  heading.id = "dialog-title";
  heading.textContent = label ?? page.querySelector("h1")?.textContent.trim() ?? "";
  const parts = [heading, document.importNode(found, true)];
  if (!found.querySelector("[data-dialog-close]")) {
    const close = document.createElement("button");
    close.type = "button";
    close.className = "btn btn-quiet";
    close.dataset.dialogClose = "";
    close.textContent = dialog.dataset.close;
    parts.push(close);
  }
  dialog.removeAttribute("aria-label");
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.replaceChildren(...parts);
  dialog.showModal();
}

document.addEventListener("click", (event) => {
  const asks = event.target.closest("a[data-confirm]");
  const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
  if (asks && isPlain && document.getElementById("dialog")) {
    event.preventDefault();
    showInDialog(asks.href, "confirm");
  }
  const closes = event.target.closest("[data-dialog-close]")?.closest("dialog");
  if (closes || event.target.matches("dialog[open]")) {
    event.preventDefault();
    (closes ?? event.target).close();
  }
});

/* Keys for what is frequent: outside of fields only, without Ctrl and its like, and only while they are switched on.
   Where the keyboard writes other letters than Latin ones, the place of the key counts. */
let leaderAt = -Infinity;

function keyOf(event) {
  if (/^[ -~]$/.test(event.key)) return event.key.toLowerCase();
  if (event.code === "Slash") return event.shiftKey ? "?" : "/";
  return event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : "";
}

function isVisible(element) {
  return element.checkVisibility ? element.checkVisibility() : element.offsetParent !== null;
}

document.addEventListener("keydown", (event) => {
  const { keys } = document.body.dataset;
  if (!keys || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input, select, textarea, [contenteditable], dialog[open]")) return;
  const key = keyOf(event);
  let done = true;
  if (event.timeStamp - leaderAt < 1500) {
    const entry = [...document.querySelectorAll("a[data-go]")].find((link) => link.dataset.go === key);
    leaderAt = -Infinity;
    if (entry) location.assign(entry.href);
    else done = false;
  } else if (key === "g") {
    leaderAt = event.timeStamp;
  } else if (key === "/") {
    const fields = [...document.querySelectorAll('main [data-key="/"], [data-key="/"]')].filter(isVisible);
    const field = fields.find((each) => each.closest("main")) ?? fields[0];
    if (field) field.focus();
    else done = false;
  } else if (key === "n") {
    const button = document.querySelector(".page-head .page-actions a.btn-primary");
    if (button) location.assign(button.href);
    else done = false;
  } else if (key === "?") {
    showInDialog(keys, "keys");
  } else {
    done = false;
  }
  if (done) event.preventDefault();
});
