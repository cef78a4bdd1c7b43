import { page } from './page.js';
import { createStore } from './store.js';

const PROBE_MS = 2000;
const PATIENCE_MS = 10_000;

/** `online`, `offline` (the server does not answer) or `signed-out` (the session has ended). */
export const connection = createStore('online');

let probing = false;

/** Every answer of the server, or its absence, says how the connection fares. */
export function report(state) {
  connection.set(state);
  if (state !== 'online' && !probing) {
    probing = true;
    setTimeout(probe, PROBE_MS);
  }
}

// Asks until the server answers and the session is there again: from another tab, for the cookie is shared.
async function probe() {
  let state = 'offline';
  try {
    const answer = await fetch(`${page.base}/api/status`, { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(PATIENCE_MS) });
    state = answer.status === 401 || answer.redirected ? 'signed-out' : answer.ok ? 'online' : 'offline';
  } catch {
    // Still away.
  }
  probing = state !== 'online';
  connection.set(state);
  if (probing) {
    setTimeout(probe, PROBE_MS);
  }
}

/** Calls back each time the connection is there again. */
export function onRecovery(callback) {
  let before = connection.get();
  return connection.subscribe((state) => {
    if (state === 'online' && before !== 'online') {
      callback();
    }
    before = state;
  });
}
