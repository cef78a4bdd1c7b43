const PATIENCE_MS = 60_000;

/**
 * What came of a poll cycle that was asked for, as far as the status tells: null while that is not known.
 * The cycle that counts is one that began after it was asked for: the one that ran meanwhile may have missed the mail that is waited for.
 * @param {number} askedAt When, in the server's time.
 * @param {number} now The same of now.
 */
export function endOfCycle({ polling, components }, askedAt, now) {
  const { last_cycle: cycle, last_cycle_at: endedAt } = polling;
  if (cycle && Date.parse(endedAt) - cycle.duration_ms >= askedAt) {
    return { kind: 'ended', cycle };
  }

  const { mailbox } = components;
  if (mailbox?.status === 'failing' && Date.parse(mailbox.last_failure) >= askedAt) {
    return { kind: 'failed', error: mailbox.last_error };
  }
  return now - askedAt > PATIENCE_MS ? { kind: 'late' } : null;
}
