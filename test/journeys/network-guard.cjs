// Loaded into the main process before the app (`-r`): notes every attempt of Node to reach the network.
const diagnostics = require('node:diagnostics_channel');
const dns = require('node:dns');

const attempts = [];
globalThis.networkAttempts = attempts;

diagnostics.subscribe('net.client.socket', ({ socket }) => {
  socket.once('lookup', (_error, _address, _family, host) => attempts.push(`lookup ${host}`));
  socket.once('connect', () => attempts.push(`connect ${socket.remoteAddress}`));
});
diagnostics.subscribe('http.client.request.start', ({ request }) => attempts.push(`http ${request.host}`));
diagnostics.subscribe('undici:request:create', ({ request }) => attempts.push(`fetch ${request.origin}`));
for (const resolver of [dns, dns.promises]) {
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
    const real = resolver[name].bind(resolver);
    resolver[name] = (...args) => {
      attempts.push(`${name} ${args[0]}`);
      return real(...args);
    };
  }
}
