import { get } from './api.js';
import { onRecovery } from './connection.js';
import { createStore, useStore } from './store.js';
import { setClock } from './time.js';

const REFRESH_MS = 5000;

const store = createStore(null);
let running = null;

/** How everything fares, as `/api/status` says; null until it is known. Shared by all of the page. */
export const useStatus = () => useStore(store);

export const currentStatus = () => store.get();

export function refreshStatus() {
  running ??= get('/api/status')
    .then((status) => {
      setClock(status.timezone, status.server_time);
      store.set(status);
    }, () => {
      // The banner tells it, and the next turn asks again.
    })
    .finally(() => {
      running = null;
    });
  return running;
}

/** Asks now, and then every few seconds while the page is seen. */
export function startStatus() {
  setInterval(() => document.visibilityState === 'visible' && refreshStatus(), REFRESH_MS);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && refreshStatus());
  onRecovery(refreshStatus);
  return refreshStatus();
}
