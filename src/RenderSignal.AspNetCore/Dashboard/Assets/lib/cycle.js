import { useAction } from './action.js';
import { post } from './api.js';
import { useEffect, useRef } from './preact.js';
import { currentStatus, refreshStatus } from './status.js';
import { now } from './time.js';

const LOOK_MS = 500;
const PATIENCE_MS = 60_000;

/** Has the mailbox polled: an action whose data says what came of it, `{kind, cycle, error}`. It ends with its component. */
export function useCycle() {
  const isGone = useRef(false);
  useEffect(() => () => {
    isGone.current = true;
  }, []);

  return useAction(async () => {
    const before = now();
    const { asked_at: askedAt } = await post('/api/check_emails_and_download');
    const since = askedAt ? Date.parse(askedAt) : before;
    let end = null;
    while (end === null && !isGone.current) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      await refreshStatus();
      end = endOfCycle(currentStatus(), since);
    }
    return end;
  });
}

/**
 * What came of a cycle that was asked for, as far as the status tells: null while that is not known.
 * The cycle that counts is one that began after it was asked for: the one that ran meanwhile may have missed the mail that is waited for.
 */
function endOfCycle({ polling, components }, askedAt) {
  const { last_cycle: cycle, last_cycle_at: endedAt } = polling;
  if (cycle && Date.parse(endedAt) - cycle.duration_ms >= askedAt) {
    return { kind: 'ended', cycle };
  }

  const { mailbox } = components;
  if (mailbox?.status === 'failing' && Date.parse(mailbox.last_failure) >= askedAt) {
    return { kind: 'failed', error: mailbox.last_error };
  }
  return now() - askedAt > PATIENCE_MS ? { kind: 'late' } : null;
}
