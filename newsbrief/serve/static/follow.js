// Calls `told` with each count that the server tells at an address, and once with the present one.

export function follow(address, told) {
  try {
    shared(address, told);
  } catch { // a browser without shared workers, or one that forbids them here
    alone(address, told);
  }
}

// One line for all pages of the browser.
function shared(address, told) {
  const worker = new SharedWorker("/.newsbrief/news.js", {name: address});
  const ask = () => worker.port.postMessage("how many");
  worker.onerror = () => alone(address, told);
  worker.port.onmessage = event => told(event.data);
  // A page that the browser has put to sleep, or brings back with the button, asks again.
  addEventListener("pageshow", event => { if (event.persisted) ask(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });
  addEventListener("pagehide", () => worker.port.postMessage("leaving"));
  ask();
}

// One line for this page, while somebody sees it.
function alone(address, told) {
  let source = null;
  const listen = () => {
    source?.close();
    source = document.hidden ? null : new EventSource(address);
    if (source) source.onmessage = event => told(event.data);
  };
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", event => { if (event.persisted) listen(); });
  listen();
}
