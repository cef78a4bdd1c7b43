import { html } from '../../lib/preact.js';
import { t } from '../../lib/texts.js';
import { showTime } from './time-window.js';

const percent = (minutes) => `${(minutes / 1440) * 100}%`;
const WIDE = 150;

/** A day from midnight to midnight: when sending is open, and where now stands. */
export function DayPicture({ window, minutes, label }) {
  return html`
    <svg class="day-picture" role="img" aria-label=${label} data-kind=${window.kind}>
      <rect class="ground" x="0" y="20" width="100%" height="30" rx="4" />
      ${window.open.map(([from, to]) => html`
        <rect class="open" x=${percent(from)} y="20" width=${percent(to - from)} height="30" rx="4" />
        ${to - from >= WIDE && html`<text class="inside" x=${percent((from + to) / 2)} y="40" text-anchor="middle">${t('webhooks.window.open')}</text>`}`)}
      ${[...Array(9).keys()].map((index) => index * 3).map((hour) => html`
        <line class="tick" x1=${percent(hour * 60)} x2=${percent(hour * 60)} y1="50" y2=${hour % 6 === 0 ? 58 : 55} />
        ${hour % 6 === 0 && html`
          <text class="hour" x=${percent(hour * 60)} y="72" text-anchor=${hour === 0 ? 'start' : hour === 24 ? 'end' : 'middle'}>${showTime(hour * 60)}</text>`}`)}
      <line class="now" x1=${percent(minutes)} x2=${percent(minutes)} y1="15" y2="54" />
      <text class="now" x=${percent(minutes)} y="11" text-anchor=${minutes < 90 ? 'start' : minutes > 1350 ? 'end' : 'middle'}>${t('webhooks.window.now', { time: showTime(minutes) })}</text>
    </svg>`;
}
