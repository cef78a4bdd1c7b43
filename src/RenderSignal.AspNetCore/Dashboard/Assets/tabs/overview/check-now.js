import { useCycle } from '../../lib/cycle.js';
import { html } from '../../lib/preact.js';
import { useStatus } from '../../lib/status.js';
import { number, t } from '../../lib/texts.js';
import { statuses } from '../../parts/mail-status.js';

/** Has the mailbox polled, and tells what came of it. */
export function CheckNow() {
  const check = useCycle();
  const canRun = useStatus().capabilities.cycle;
  const { kind, text } = canRun ? tell(check) : { text: t('overview.check.impossible') };
  return html`
    <div class="check-now">
      <span role="status" class=${kind}>${text}</span>
      <button type="button" class="outline" disabled=${!canRun} aria-busy=${check.isRunning ? 'true' : undefined} onClick=${() => !check.isRunning && check.run()}>${t('overview.check.button')}</button>
    </div>`;
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
