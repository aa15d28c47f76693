// Keeps what is being written: sends it to the draft every few seconds, and when the connection is lost keeps it in this browser
// until it is back. The form works whole without this; nothing here is needed to send it.
(() => {
    "use strict";
    const prefix = "draft/";
    const pause = 2000;
    // What the page puts into the form, which nobody wrote.
    const own = ["key", "version", "request", "do"];

    const done = document.querySelector("[data-forget]");
    if (done) {
        for (const name of Object.keys(localStorage)) {
            if (name.startsWith(prefix + done.dataset.forget)) localStorage.removeItem(name);
        }
        return;
    }

    const form = document.querySelector("form[data-autosave]");
    if (!form) return;
    const line = document.getElementById("autosave");
    const store = prefix + form.dataset.store;

    // The suggested light now follows by itself.
    form.classList.add("with-script");

    const written = () => {
        const fields = new URLSearchParams(new FormData(form));
        own.forEach(name => fields.delete(name));
        return fields.toString();
    };
    const tell = text => { if (line.textContent !== text) line.textContent = text; };
    const keep = text => localStorage.setItem(store, JSON.stringify({ newest: form.dataset.newest, text }));
    const forget = () => localStorage.removeItem(store);

    let saved = written();
    let timer = 0;
    let busy = false;

    const save = async () => {
        const text = written();
        if (busy || text === saved) return;
        busy = true;
        const body = new URLSearchParams(text);
        body.set("key", form.elements.key.value);
        try {
            const answer = await fetch(form.dataset.autosave, { method: "POST", body, redirect: "manual", headers: { Accept: "application/json" } });
            if (!answer.ok || !answer.headers.get("Content-Type")?.startsWith("application/json")) {
                // Signed out, or something failed on the other side: the text is safe here.
                keep(text);
                tell(form.dataset.signedOut);
                return;
            }
            const { told, kept, newest, suggested, because } = await answer.json();
            saved = text;
            forget();
            tell(told);
            // Only a status has a light.
            if (suggested) {
                form.dataset.suggested = suggested[0].toUpperCase() + suggested.slice(1);
                const reason = document.getElementById("because");
                if (reason.textContent !== because) reason.textContent = because;
            }
            if (kept) form.dataset.newest = newest;
        } catch (fault) {
            if (!(fault instanceof TypeError)) throw fault;
            keep(text);
            tell(form.dataset.offline);
        } finally {
            busy = false;
        }
        if (written() !== text) later();
    };
    const later = () => { clearTimeout(timer); timer = setTimeout(save, pause); };

    const restore = text => {
        const fields = new URLSearchParams(text);
        for (const control of form.elements) {
            if (!control.name || own.includes(control.name)) continue;
            if (control.type === "radio" || control.type === "checkbox") control.checked = fields.getAll(control.name).includes(control.value);
            else if (control.type !== "submit" && fields.has(control.name)) control.value = fields.get(control.name);
        }
    };

    // What could not be sent last time, unless something newer has been saved or posted from another place since. Told by what the
    // service has, never by clocks: this machine's may be wrong.
    const left = JSON.parse(localStorage.getItem(store) ?? "null");
    if (left && left.text !== saved && left.newest === form.dataset.newest) {
        restore(left.text);
        tell(form.dataset.restored);
        later();
    } else {
        forget();
    }

    form.addEventListener("input", later);
    addEventListener("online", save);
    // Closed, or sent when the connection was gone: what is not saved yet is kept here.
    addEventListener("pagehide", () => { if (written() !== saved) keep(written()); });
})();
