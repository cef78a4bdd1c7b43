import { html } from '../../lib/preact.js';
import { useStore } from '../../lib/store.js';
import { number, t } from '../../lib/texts.js';
import { Icon } from '../../parts/icon.js';
import { statuses } from '../../parts/mail-status.js';
import { Notice } from '../../parts/notice.js';
import { filter, toggleStatus } from './filter.js';
import { HourChart } from './hour-chart.js';
import { HourTable } from './hour-table.js';
import { useStats } from './use-stats.js';

/** What became of the mails of the last 24 hours. */
export function Figures() {
  const { data, error } = useStats();
  const { statuses: chosen } = useStore(filter);
  return html`
    <section class="card figures" aria-labelledby="figures-title" aria-busy=${data || error ? undefined : 'true'}>
      <h2 id="figures-title">${t('overview.lastDay')}</h2>
      ${error && !error.isConnection && html`<${Notice} kind="error" role="alert">${error.message}<//>`}
      <div class="figures-body">
        <fieldset class="totals">
          <legend class="visually-hidden">${t('overview.filter')}</legend>
          ${statuses.map((status) => html`
            <button type="button" class="total ${status}" aria-pressed=${String(chosen.includes(status))} title=${t(`overview.statusHint.${status}`)}
              onClick=${() => toggleStatus(status)}>
              <span class="total-count">${data ? number(data.totals[status]) : '–'}</span>
              <span class="total-name"><${Icon} name=${status} />${t(`overview.statusOfMany.${status}`)}</span>
            </button>`)}
        </fieldset>
        <${HourChart} stats=${data} />
      </div>
      ${data && html`<${HourTable} hours=${data.hours} />`}
    </section>`;
}
