import { get } from './api.js';
import { onRecovery } from './connection.js';
import { useEffect, useRef, useState } from './preact.js';

/**
 * What a GET route says: `{data, error, reload}`. Loaded at once, again after an outage, and every `refreshMs` while the page is seen.
 * What was loaded last stays while it is loaded anew.
 */
export function useResource(path, { refreshMs } = {}) {
  const [state, setState] = useState({ data: null, error: null, path });
  const loader = useRef(null);
  const reload = () => loader.current?.();

  useEffect(() => {
    const ending = new AbortController();
    let isLoading = false;
    let isWanted = false;

    // Who asks while it is loaded may want what is newer: the next load begins when this one has ended.
    function load() {
      isWanted = isLoading;
      if (isLoading) {
        return;
      }
      isLoading = true;
      get(path, { signal: ending.signal }).then(
        (data) => setState({ data, error: null, path }),
        (error) => error.name !== 'AbortError' && setState((current) => ({ ...current, error })),
      ).finally(() => {
        isLoading = false;
        if (isWanted && !ending.signal.aborted) {
          load();
        }
      });
    }

    loader.current = load;
    setState((current) => (current.path === path ? current : { data: null, error: null, path }));
    load();
    return () => ending.abort();
  }, [path]);

  useEffect(() => onRecovery(reload), []);
  useEffect(() => {
    if (!refreshMs) {
      return undefined;
    }
    const reloadIfSeen = () => document.visibilityState === 'visible' && reload();
    const timer = setInterval(reloadIfSeen, refreshMs);
    document.addEventListener('visibilitychange', reloadIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', reloadIfSeen);
    };
  }, [refreshMs]);

  return { ...state, reload };
}
