import { connection, onRecovery, report } from './connection.js';
import { get } from './api.js';
import { page } from './page.js';

const TYPES = ['decision', 'delivery', 'alert', 'reset', 'settings'];
const listeners = new Map(TYPES.map((type) => [type, new Set()]));

let source = null;
let lastId = page.lastEventId;

/** Calls back with what an event of that type says; returns what ends that. */
export function onEvent(type, listener) {
  listeners.get(type).add(listener);
  return () => listeners.get(type).delete(listener);
}

/**
 * Opens the stream, and opens it again whenever it was lost; the server tells what was missed. It is closed while nobody sees the page: a
 * browser keeps six connections to a server at most, for all its pages.
 */
export function startEvents() {
  open();
  onRecovery(open);
  connection.subscribe((state) => state === 'signed-out' && source?.close()); // what goes on is nobody's business then
  document.addEventListener('visibilitychange', open);
}

function open() {
  source?.close();
  if (document.visibilityState === 'hidden') {
    return;
  }
  source = new EventSource(page.base + '/api/events' + (lastId === null ? '' : `?last_event_id=${encodeURIComponent(lastId)}`));
  for (const type of [...TYPES, 'ping']) {
    source.addEventListener(type, (event) => {
      lastId = event.lastEventId || lastId;
      listeners.get(type)?.forEach((listener) => listener(JSON.parse(event.data)));
    });
  }
  source.onerror = lost;
}

// A browser does not tell why a stream ended; an ordinary call does.
async function lost() {
  const ended = source.readyState === EventSource.CLOSED;
  try {
    await get('/api/status');
    if (ended && connection.get() === 'online') {
      setTimeout(open, 2000);
    }
  } catch (error) {
    source.close();
    if (!error.isConnection) {
      report('offline');
    }
  }
}
