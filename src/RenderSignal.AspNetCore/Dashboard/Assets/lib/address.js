import { createStore } from './store.js';

function read() {
  const [tab, ...rest] = location.hash.replace(/^#\/?/, '').split('/');
  return { tab, part: decode(rest.join('/')) };
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // typed by hand
  }
}

/** What the address says after `#/`: `{tab, part}`. The part is a field to be focused, or on the overview a mail that is open. */
export const address = createStore(read());

addEventListener('hashchange', () => address.set(read()));

/** Goes to an address of the page, as a link would, with a state for the browser's history. */
export function go(hash, state = null) {
  history.pushState(state, '', hash);
  address.set(read());
}

/** Goes there without a step in the browser's history. */
export function replaceAddress(hash) {
  history.replaceState(null, '', hash);
  address.set(read());
}
