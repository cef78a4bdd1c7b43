import { get } from '../../lib/api.js';
import { onRecovery } from '../../lib/connection.js';
import { onEvent } from '../../lib/events.js';
import { useEffect, useState } from '../../lib/preact.js';

/** One mail with all its deliveries, kept up to date by events: `{email, error, set}`. */
export function useMail(id) {
  const [state, setState] = useState({ email: null, error: null });
  // What was asked for may come after what an event told meanwhile.
  const set = (email) => setState((current) => ({ email: current.email && isNewer(current.email, email) ? current.email : email, error: null }));

  useEffect(() => {
    const ending = new AbortController();
    const load = () => get(`/api/emails/${encodeURIComponent(id)}`, { signal: ending.signal }).then(
      (answer) => set(answer.email),
      (error) => error.name !== 'AbortError' && setState((current) => ({ ...current, error })),
    );
    const take = ({ email }) => email.id === id && set(email);
    load();
    const endings = [onEvent('decision', take), onEvent('delivery', take), onEvent('reset', load), onRecovery(load)];
    return () => {
      ending.abort();
      endings.forEach((end) => end());
    };
  }, [id]);

  return { ...state, set };
}

function isNewer(one, other) {
  const ahead = Date.parse(one.decided_at) - Date.parse(other.decided_at);
  return ahead > 0 || (ahead === 0 && one.deliveries.length > other.deliveries.length);
}
