import { onEvent } from '../../lib/events.js';
import { useEffect } from '../../lib/preact.js';
import { useResource } from '../../lib/resource.js';

const REFRESH_MS = 60000;
const THROTTLE_MS = 1500;

/** The figures of the last 24 hours, counted anew when something happens and each minute. */
export function useStats() {
  const stats = useResource('/api/stats?hours=24', { refreshMs: REFRESH_MS });

  useEffect(() => {
    let timer = null;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = null;
        stats.reload();
      }, THROTTLE_MS);
    };
    const endings = ['decision', 'delivery', 'reset'].map((type) => onEvent(type, soon));
    return () => {
      clearTimeout(timer);
      endings.forEach((end) => end());
    };
  }, []);

  return stats;
}
