import { html } from '../../lib/preact.js';
import { number, t } from '../../lib/texts.js';
import { hourMinute } from '../../lib/time.js';
import { statuses } from '../../parts/mail-status.js';
import { allOf } from './hours.js';

/** The chart's figures for those who cannot see it, or want them exactly: the hours with mails. */
export function HourTable({ hours }) {
  const some = hours.filter((hour) => allOf(hour) > 0);
  return html`
    <details class="hour-table">
      <summary>${t('overview.chart.table')}</summary>
      ${some.length === 0 ? html`<p>${t('overview.chart.none')}</p>` : html`
        <table>
          <thead><tr><th scope="col">${t('overview.chart.hour')}</th>${statuses.map((status) => html`<th scope="col">${t(`overview.statusOfMany.${status}`)}</th>`)}</tr></thead>
          <tbody>
            ${some.map((hour) => html`
              <tr key=${hour.from}><th scope="row">${hourMinute(hour.from)}</th>${statuses.map((status) => html`<td>${number(hour[status])}</td>`)}</tr>`)}
          </tbody>
        </table>`}
    </details>`;
}
