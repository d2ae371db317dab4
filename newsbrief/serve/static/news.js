// What the server tells, heard once for all pages that are open: a browser keeps six lines to one server, and each page
// used to hold its own. A worker's name is the address that it listens at.
"use strict";
const pages = new Set();
let source = null;
let told = null;

function listen() {
  if (source && source.readyState !== EventSource.CLOSED) return;
  source = new EventSource(self.name);
  source.onmessage = event => {
    told = event.data;
    for (const page of pages) page.postMessage(told);
  };
  // Whoever serves next counts from nothing: what the last one told is worth nothing until this one has spoken.
  source.onerror = () => { told = null; };
}

self.onconnect = event => {
  const page = event.ports[0];
  pages.add(page);
  page.onmessage = asked => {
    if (asked.data === "leaving") return void pages.delete(page);
    pages.add(page);
    listen();
    if (told !== null) page.postMessage(told);
  };
};
