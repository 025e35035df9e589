// Counts what the scripts of a page fetch and read, as window.work: what was begun, and what has ended together with
// all that follows from it at once. Where both are the same, the scripts rest.
(() => {
  const work = window.work = { begun: 0, ended: 0, asked: [] };
  const note = (promise) => {
    const end = () => {
      // A message comes after whatever waited for the promise.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { port1.close(); work.ended += 1; };
      port2.postMessage(null);
    };
    work.begun += 1;
    promise.then(end, end);
    return promise;
  };
  const fetchIt = window.fetch;
  window.fetch = (what, ...more) => {
    work.asked.push(String(what.url ?? what));
    return note(fetchIt(what, ...more));
  };
  for (const name of ["arrayBuffer", "json", "text"]) {
    const read = Response.prototype[name];
    Response.prototype[name] = function () { return note(read.call(this)); };
  }
})();
