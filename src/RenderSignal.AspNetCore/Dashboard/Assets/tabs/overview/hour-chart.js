import { html, useState } from '../../lib/preact.js';
import { t } from '../../lib/texts.js';
import { hourMinute } from '../../lib/time.js';
import { statuses } from '../../parts/mail-status.js';
import { allOf, busiest, scale } from './hours.js';

const PLOT = 112;
const TOP = 8;
const HEIGHT = PLOT + TOP + 22;
const GAP = 0.2; // of an hour's width

/** A bar for each hour, stacked by what became of its mails. Across it is measured in per cent, so that it fits any width. */
export function HourChart({ stats }) {
  const [shown, setShown] = useState(null);
  const hours = stats?.hours ?? [];
  const { top, ticks } = scale(Math.max(0, ...hours.map(allOf)));
  const y = (value) => TOP + PLOT - (value / top) * PLOT;
  const width = 100 / Math.max(1, hours.length);

  return html`
    <div class="chart" onPointerLeave=${() => setShown(null)}>
      <svg class="chart-axis" height=${HEIGHT} width="32" aria-hidden="true">
        ${ticks.map((tick) => html`<text x="26" y=${y(tick)} dy=".32em" text-anchor="end">${tick}</text>`)}
      </svg>
      <div class="chart-plot">
        <svg width="100%" height=${HEIGHT} role="img" aria-label=${stats ? summary(stats) : t('page.loading')}>
          ${ticks.map((tick) => html`<line class="grid" x1="0" x2="100%" y1=${y(tick)} y2=${y(tick)} />`)}
          ${hours.map((hour, index) => html`<${Bar} key=${hour.from} hour=${hour} x=${(index + GAP / 2) * width} width=${(1 - GAP) * width} y=${y} />`)}
          ${hours.map((hour, index) => index % 3 === 0 && html`
            <text class=${index % 6 === 0 ? '' : 'minor'} x="${(index + 0.5) * width}%" y=${HEIGHT - 5} text-anchor="middle">${hourMinute(hour.from)}</text>`)}
          ${hours.map((hour, index) => html`
            <rect class="hover" x="${index * width}%" y="0" width="${width}%" height=${TOP + PLOT} onPointerEnter=${() => setShown(index)} />`)}
        </svg>
        ${hours[shown] && html`<${Tip} hour=${hours[shown]} left=${(shown + 0.5) * width} />`}
      </div>
    </div>`;
}

function Bar({ hour, x, width, y }) {
  let below = 0;
  return html`<g>
    ${statuses.map((status) => {
      const from = below;
      below += hour[status];
      return hour[status] > 0 && html`<rect class="bar ${status}" x="${x}%" width="${width}%" y=${y(below)} height=${y(from) - y(below)} />`;
    })}
  </g>`;
}

function Tip({ hour, left }) {
  const some = statuses.filter((status) => hour[status] > 0);
  return html`
    <div class="chart-tip" style=${{ left: `${Math.min(88, Math.max(12, left))}%` }} aria-hidden="true">
      <strong>${hourMinute(hour.from)}</strong>
      ${some.length === 0 ? t('overview.chart.none') : some.map((status) => html`<span class="key ${status}">${t(`overview.check.${status}`, { count: hour[status] })}</span>`)}
    </div>`;
}

function summary({ totals, hours }) {
  const peak = busiest(hours);
  const counts = statuses.map((status) => t(`overview.check.${status}`, { count: totals[status] })).join(', ');
  return `${t('overview.chart.summary', { counts })} ${peak ? t('overview.chart.peak', { time: hourMinute(peak.from), count: allOf(peak) }) : ''}`;
}
