import { get } from './api.js';
import { onRecovery } from './connection.js';
import { useEffect, useState } from './preact.js';

/**
 * What a GET route says: `{data, error, reload}`. Loaded at once, again after an outage, and every `refreshMs` while the page is seen.
 * What was loaded last stays while it is loaded anew.
 */
export function useResource(path, { refreshMs } = {}) {
  const [state, setState] = useState({ data: null, error: null, path });
  const [turn, setTurn] = useState(0);
  const reload = () => setTurn((number) => number + 1);

  useEffect(() => {
    const ending = new AbortController();
    const fresh = state.path === path ? state : { data: null, error: null, path };
    setState(fresh);
    get(path, { signal: ending.signal }).then(
      (data) => setState({ data, error: null, path }),
      (error) => error.name !== 'AbortError' && setState((current) => ({ ...current, error })),
    );
    return () => ending.abort();
  }, [path, turn]);

  useEffect(() => onRecovery(reload), []);
  useEffect(() => {
    if (!refreshMs) {
      return undefined;
    }
    const timer = setInterval(() => document.visibilityState === 'visible' && reload(), refreshMs);
    document.addEventListener('visibilitychange', reload);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', reload);
    };
  }, [refreshMs]);

  return { ...state, reload };
}
