import { useCycle } from '../../lib/cycle.js';
import { html } from '../../lib/preact.js';
import { span } from '../../lib/span.js';
import { useStatus } from '../../lib/status.js';
import { number, t } from '../../lib/texts.js';
import { Notice } from '../../parts/notice.js';
import { ActionButton, Outcome, Tool } from './tool.js';

/** Has the mailbox polled now, and tells what came of it. */
export function RunCycle() {
  const { polling, capabilities } = useStatus();
  const cycle = useCycle();
  return html`
    <${Tool} name="run-cycle" title=${t('tools.cycle.title')} intro=${t('tools.cycle.intro')}>
      <div class="tool-actions"><${ActionButton} action=${cycle} disabled=${!capabilities.cycle} onClick=${() => cycle.run()}>${t('tools.cycle.run')}<//></div>
      ${!capabilities.cycle && html`<p class="not-set-up">${t('overview.check.impossible')}</p>`}
      ${cycle.isRunning && html`<p>${polling.progress?.total > 0 ? t('tools.cycle.progress', polling.progress) : t('tools.cycle.waiting')}</p>`}
      <${Outcome} action=${cycle}>${(ended) => html`<${Result} ended=${ended} />`}<//>
    <//>`;
}

function Result({ ended }) {
  switch (ended.kind) {
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
