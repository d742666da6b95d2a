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
  root.querySelector("#error-summary")?.focus();
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
