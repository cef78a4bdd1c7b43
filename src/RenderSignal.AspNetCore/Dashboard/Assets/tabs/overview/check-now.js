import { useAction } from '../../lib/action.js';
import { post } from '../../lib/api.js';
import { endOfCycle } from '../../lib/cycle.js';
import { html } from '../../lib/preact.js';
import { currentStatus, refreshStatus } from '../../lib/status.js';
import { number, t } from '../../lib/texts.js';
import { now } from '../../lib/time.js';
import { statuses } from '../../parts/mail-status.js';

const LOOK_MS = 500;

/** Has the mailbox polled, and tells what came of it. */
export function CheckNow() {
  const check = useAction(async () => {
    const askedAt = now();
    await post('/api/check_emails_and_download');
    return endSince(askedAt);
  });
  const { kind, text } = tell(check);
  return html`
    <div class="check-now">
      <span role="status" class=${kind}>${text}</span>
      <button type="button" class="outline" aria-busy=${check.isRunning ? 'true' : undefined} onClick=${() => !check.isRunning && check.run()}>${t('overview.check.button')}</button>
    </div>`;
}

async function endSince(askedAt) {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    await refreshStatus();
    const end = endOfCycle(currentStatus(), askedAt, now());
    if (end) {
      return end;
    }
  }
}

function tell({ data: end, error }) {
  if (error) {
    return { kind: 'failed', text: error.message };
  }
  switch (end?.kind) {
    case undefined:
      return {};
    case 'failed':
      return { kind: 'failed', text: t('overview.check.unreachable', { error: end.error }) };
    case 'late':
      return { kind: 'left', text: t('overview.check.stillRunning') };
    default:
      return { kind: end.cycle.failed > 0 ? 'failed' : 'sent', text: figures(end.cycle) };
  }
}

function figures(cycle) {
  if (cycle.seen === 0) {
    return t('overview.check.nothing');
  }
  const parts = statuses.filter((status) => cycle[status] > 0).map((status) => t(`overview.check.${status}`, { count: cycle[status] }));
  return `${t('overview.check.seen', { count: cycle.seen, seen: number(cycle.seen) })} ${parts.join(', ')}`;
}
