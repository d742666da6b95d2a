/* Passkeys (WebAuthn): the browser's part of adding one and of signing in with one.

   A form with `data-passkey` ("create" or "get") sends what the browser made for it in its field `credential`. It stays
   hidden until it is sure that passkeys work here; what has `data-passkey-missing` is shown instead. The server's
   options stand in the page (`data-options` is the id of their JSON) or are asked for where the form is sent to. */
"use strict";

(() => {
  // Browsers refuse passkeys without https (localhost excepted) and where the address is a number.
  const work = window.isSecureContext && "PublicKeyCredential" in window && !/^[\d.]+$|^\[/.test(location.hostname);

  async function optionsOf(form) {
    if (form.dataset.options) return JSON.parse(document.getElementById(form.dataset.options).textContent);
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`${answer.status} from ${form.action}`);
    return answer.json();
  }

  function create(options, isAlone) {
    const selection = options.publicKey.authenticatorSelection;
    selection.residentKey = isAlone ? "required" : "discouraged";
    selection.requireResidentKey = isAlone;
    if (isAlone) selection.userVerification = "required";
    return window.webauthnJSON.create(options);
  }

  async function send(form) {
    const failed = form.querySelector("[data-passkey-failed]");
    failed.hidden = true;
    try {
      const options = await optionsOf(form);
      const credential =
        form.dataset.passkey === "create"
          ? await create(options.creation_options, form.elements.passwordless.checked)
          : await window.webauthnJSON.get(options.request_options);
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch (error) {
      console.warn(error);
      failed.hidden = false;
    }
  }

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = !work;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send(form);
    });
  }
  for (const place of document.querySelectorAll("[data-passkey-missing]")) place.hidden = work;
})();
