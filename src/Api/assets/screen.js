// The screen in the room: arrow keys go from item to item, and what happens meanwhile shows by itself. The page works whole
// without this, with its links.
(() => {
    "use strict";
    const shown = () => document.getElementById("screen");

    // The item as the service draws it now takes the place of the one that is shown.
    const show = async address => {
        const answer = await fetch(address, { headers: { Accept: "text/html" } });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page.getElementById("screen");
        // Signed out, or the meeting is gone: the whole page says so.
        if (!fresh) { location.assign(address); return; }
        shown().replaceWith(fresh);
        document.title = page.title;
    };
    const go = async way => {
        const link = shown().querySelector(`a[rel=${way}]`);
        if (!link) return;
        history.pushState(null, "", link.href);
        await show(link.href);
    };

    const ways = { ArrowRight: "next", ArrowDown: "next", PageDown: "next", ArrowLeft: "prev", ArrowUp: "prev", PageUp: "prev" };
    document.addEventListener("keydown", event => {
        const way = ways[event.key];
        if (!way || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        go(way);
    });
    addEventListener("popstate", () => show(location.href));

    // The browser itself comes back when the connection is lost, and the first thing it then hears may be news.
    let heard = null;
    const news = new EventSource(shown().dataset.news);
    const hear = event => {
        if (heard !== null && heard !== event.data) show(location.href);
        heard = event.data;
    };
    news.addEventListener("puls", hear);
    news.addEventListener("nyt", hear);
})();
