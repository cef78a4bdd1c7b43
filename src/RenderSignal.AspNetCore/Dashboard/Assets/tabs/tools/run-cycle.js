import { useAction } from '../../lib/action.js';
import { post } from '../../lib/api.js';
import { endOfCycle } from '../../lib/cycle.js';
import { html, useEffect, useState } from '../../lib/preact.js';
import { refreshStatus, useStatus } from '../../lib/status.js';
import { number, t } from '../../lib/texts.js';
import { span } from '../../lib/span.js';
import { now } from '../../lib/time.js';
import { Notice } from '../../parts/notice.js';
import { ActionButton, Outcome, Tool } from './tool.js';

const REFRESH_MS = 700;

/** Has the mailbox polled now, and tells what came of it. */
export function RunCycle() {
  const status = useStatus();
  const [ended, setEnded] = useState(null);
  const request = useAction(async () => {
    setEnded(null);
    const askedAt = now();
    await post('/api/check_emails_and_download');
    return { askedAt };
  });
  const isWaiting = request.data !== null && ended === null;

  useEffect(() => {
    const timer = isWaiting && setInterval(refreshStatus, REFRESH_MS);
    return () => clearInterval(timer);
  }, [isWaiting]);
  useEffect(() => {
    if (isWaiting) {
      setEnded(endOfCycle(status, request.data.askedAt, now()));
    }
  }, [status, isWaiting]);

  return html`
    <${Tool} name="run-cycle" title=${t('tools.cycle.title')} intro=${t('tools.cycle.intro')}>
      <div class="tool-actions">
        <${ActionButton} action=${request} isBusy=${request.isRunning || isWaiting} disabled=${isWaiting} onClick=${request.run}>${t('tools.cycle.run')}<//>
      </div>
      <${Outcome} action=${request}>${() => html`<${Result} ended=${ended} progress=${status.polling.progress} />`}<//>
    <//>`;
}

function Result({ ended, progress }) {
  switch (ended?.kind) {
    case undefined:
      return html`<p>${progress && progress.total > 0 ? t('tools.cycle.progress', progress) : t('tools.cycle.waiting')}</p>`;
    case 'failed':
      return html`<${Notice} kind="error">${t('tools.cycle.mailboxFailed')} ${ended.error}<//>`;
    case 'late':
      return html`<${Notice} kind="warning">${t('tools.cycle.late')}<//>`;
    default:
      return html`
        <${Notice} kind=${ended.cycle.failed > 0 ? 'warning' : 'success'}>
          ${t('tools.cycle.ended', { duration: duration(ended.cycle.duration_ms) })} ${t('tools.cycle.seen', { count: ended.cycle.seen })}
        <//>
        ${ended.cycle.seen > 0 && html`
          <dl class="cycle-figures">
            ${['sent', 'skipped', 'left', 'failed'].map((name) => html`
              <div data-status=${name}><dt>${t(`tools.cycle.${name}`)}</dt><dd>${number(ended.cycle[name])}</dd></div>`)}
          </dl>`}`;
  }
}

const duration = (milliseconds) => (milliseconds < 1000 ? t('tools.milliseconds', { value: milliseconds }) : span(milliseconds));
